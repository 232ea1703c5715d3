-- Une période est la somme de ses années, dans chaque territoire.
-- severity: error
with
annuel as (
    select
        niveau,
        code_territoire,
        debut as annee,
        destination,
        surface_m2,
    from core.conso_enaf_territoire
    where fin = debut + 1
)

select
    periode.niveau,
    periode.code_territoire,
    periode.debut,
    periode.fin,
    periode.destination,
    any_value(periode.surface_m2) as surface_m2,
    sum(annuel.surface_m2) as somme_des_annees,
from core.conso_enaf_territoire as periode
inner join annuel
    on annuel.niveau = periode.niveau
    and annuel.code_territoire = periode.code_territoire
    and annuel.destination = periode.destination
    and annuel.annee >= periode.debut
    and annuel.annee < periode.fin
where periode.surface_m2 is not null
group by
    periode.niveau,
    periode.code_territoire,
    periode.debut,
    periode.fin,
    periode.destination
having abs(any_value(periode.surface_m2) - sum(annuel.surface_m2)) > 1

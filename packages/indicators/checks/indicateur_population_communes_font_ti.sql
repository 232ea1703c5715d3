-- La population du Territoire d'industrie est la somme de celles de ses communes.
-- severity: error
with
commune as (
    select
        indicateur.periode_fin,
        sum(indicateur.valeur) as valeur,
    from core.appartenance as appartenance
    inner join mart.indicateur as indicateur
        on indicateur.niveau = 'commune'
        and indicateur.code_territoire = appartenance.code_commune
        and indicateur.indicateur = 'population'
    where appartenance.niveau = 'ti'
    group by all
)

select
    ti.periode_fin,
    ti.valeur as ti,
    commune.valeur as communes,
from mart.indicateur as ti
inner join commune using (periode_fin)
where ti.indicateur = 'population'
    and ti.niveau = 'ti'
    and abs(ti.valeur - commune.valeur) > 0.5

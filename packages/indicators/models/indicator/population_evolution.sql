-- Taux d'évolution annuel moyen de la population municipale, de la première à la dernière année connue. Une ligne par territoire.
with
etendue as (
    select
        min(annee) as annee_debut,
        max(annee) as annee_fin,
    from core.population_annuelle
),

commune as (
    select
        debut.code_commune,
        debut.population as population_debut,
        fin.population as population_fin,
    from etendue
    inner join core.population_annuelle as debut
        on debut.annee = etendue.annee_debut
    inner join core.population_annuelle as fin
        on fin.annee = etendue.annee_fin
        and fin.code_commune = debut.code_commune
),

territoire as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        sum(commune.population_debut) as population_debut,
        sum(commune.population_fin) as population_fin,
        (count(*) - count(commune.code_commune))::integer as communes_absentes,
    from core.appartenance as appartenance
    left join commune using (code_commune)
    group by all
)

select
    territoire.niveau,
    territoire.code_territoire,
    make_date(etendue.annee_debut, 1, 1) as periode_debut,
    make_date(etendue.annee_fin, 1, 1) as periode_fin,
    100 * (pow(population_fin / nullif(population_debut, 0), 1 / (etendue.annee_fin - etendue.annee_debut)) - 1) as valeur,
    population_fin as numerateur,
    population_debut as denominateur,
    communes_absentes,
    case when population_debut = 0 then 'Aucun habitant au 1er janvier ' || etendue.annee_debut || '.' end as motif,
from territoire
cross join etendue
where etendue.annee_debut < etendue.annee_fin

-- Population municipale : la dernière année est réelle, les précédentes suivent une croissance latente propre à la
-- commune, ou les totaux connus de son intercommunalité. Une ligne par code_commune × annee.
with annee as (
    select cast(unnest(range(2012, 2024)) as integer) as annee
),
total_connu as (
    select
        code_epci,
        cast(annee as integer) as annee,
        cast(pmun as double) / max_by(cast(pmun as double), cast(annee as integer)) over (partition by code_epci) as indice
    from calibration.population_epci
),
commune as (
    select
        *,
        0.003
        + 0.006 * ecart(code_departement, 'croissance')
        + 0.006 * ecart(code_commune, 'croissance') as croissance
    from world.commune
)
select
    commune.code_commune,
    annee.annee,
    cast(round(
        commune.population * coalesce(total_connu.indice, pow(1 + commune.croissance, annee.annee - 2023))
    ) as integer) as pmun
from commune
cross join annee
left join total_connu on total_connu.code_epci = commune.code_epci and total_connu.annee = annee.annee
order by commune.code_commune, annee.annee

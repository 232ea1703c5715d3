-- Population municipale dans les communes en vigueur ; l'année du découpage de référence l'emporte sur la même année de l'historique. Une ligne par commune et année.
with
reference as (
    select
        code_commune,
        annee_population as annee,
        population,
    from staging.decoupage__commune
    where population is not null
),

historique as (
    select
        passage.code_commune,
        populations.annee,
        round(sum(populations.pmun * passage.part))::integer as population,
    from staging.populations__commune as populations
    inner join core.passage_commune as passage
        on passage.code_source = populations.code_commune
    where populations.pmun is not null
    group by all
)

select
    code_commune,
    annee::integer as annee,
    population::integer as population,
from reference
union all
select
    historique.code_commune,
    historique.annee::integer as annee,
    historique.population,
from historique
anti join reference
    on reference.annee = historique.annee

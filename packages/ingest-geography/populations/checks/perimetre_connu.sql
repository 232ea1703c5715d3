-- Chaque commune du périmètre a une population municipale chaque année du fichier.
-- severity: warning
with
annee as (
    select distinct annee
    from staging.populations__population
),

connue as (
    select distinct
        passage.code_commune,
        populations.annee,
    from staging.populations__population as populations
    inner join core.passage_commune as passage
        on passage.code_source = populations.geo
    where populations.geo_object = 'COM'
        and populations.popref_measure = 'PMUN'
        and populations.population is not null
)

select
    perimetre.code_commune,
    annee.annee,
from staging.perimetre__commune as perimetre
cross join annee
anti join connue using (code_commune, annee)

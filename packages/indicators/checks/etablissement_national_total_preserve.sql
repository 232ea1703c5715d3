-- Le passage aux communes en vigueur ne perd ni ne crée un établissement actif.
-- severity: error
with
source as (
    select coalesce(sum(sirene.lignes), 0) as lignes
    from staging.sirene_etablissement__national as sirene
    semi join core.passage_commune as passage
        on passage.code_source = sirene.code_commune
),

france as (
    select coalesce(sum(etablissements), 0) as etablissements
    from core.etablissement_national
)

select
    source.lignes,
    france.etablissements,
from source
cross join france
where abs(source.lignes - france.etablissements) > 0.001 + 1e-9 * source.lignes

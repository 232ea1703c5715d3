-- La France compte tous les établissements du fichier, actifs ou fermés, dont la commune est du découpage.
-- severity: error
with
source as (
    select coalesce(sum(sirene.lignes), 0) as lignes
    from staging.sirene_etablissement__cohorte as sirene
    cross join core.image_sirene
    semi join core.passage_commune as passage
        on passage.code_source = sirene.code_commune
),

france as (
    select coalesce(sum(etablissements), 0) as etablissements
    from core.cohorte_sirene
    where niveau = 'france'
)

select
    source.lignes,
    france.etablissements,
from source
cross join france
where abs(source.lignes - france.etablissements) > 0.001 + 1e-9 * source.lignes

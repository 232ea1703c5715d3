-- Établissements créés dans l'année selon Side, dans les communes en vigueur. Une ligne par commune, année et secteur A10 ; l'ensemble (_T) est donné à zéro pour une commune du fichier sans ligne cette année-là, un secteur absent vaut zéro.
with
observee as (
    select
        passage.code_commune,
        observation.annee,
        observation.a10,
        sum(observation.valeur * passage.part) as valeur,
        case
            when count(observation.valeur) = count(*) and bool_or(observation.statut_observation = 'W') then 'estime'
            when count(observation.valeur) = count(*) then 'connu'
            when count(observation.valeur) > 0 then 'minimum'
            when bool_or(observation.statut_observation = 'K') then 'secret'
            else 'non_disponible'
        end as statut,
    from staging.side_creations__creation as observation
    inner join core.passage_commune as passage
        on passage.code_source = observation.code_commune
    -- Les arrondissements sont déjà dans leur commune.
    where observation.geo_object = 'COM'
    group by all
),

-- Jamais dans le fichier : on ne sait pas. Dans le fichier, mais sans ligne : zéro.
attendue as (
    select
        commune.code_commune,
        annee.annee,
    from (select distinct code_commune from observee) as commune
    cross join (select distinct annee from observee) as annee
)

select
    code_commune,
    annee,
    a10,
    valeur::double as creations,
    statut,
from observee
union all
select
    attendue.code_commune,
    attendue.annee,
    '_T' as a10,
    0::double as creations,
    'connu' as statut,
from attendue
anti join observee
    on observee.code_commune = attendue.code_commune
    and observee.annee = attendue.annee
    and observee.a10 = '_T'

-- Point des établissements diffusibles du périmètre, hors points tirés au hasard (qualité 33), personnes physiques, unités inconnues ou à diffusion partielle. Une ligne par siret.
with
montrable as (
    select etablissement.siret
    from staging.sirene_etablissement__etablissement as etablissement
    -- Une unité absente du fichier, ou sans forme juridique, peut être une personne : elle n'a pas de point.
    semi join (
        select siren
        from staging.sirene_unite_legale__unite_legale
        where est_diffusible and categorie_juridique <> '1000'
    ) as unite on unite.siren = etablissement.siren
    where etablissement.est_diffusible
)

select
    point.siret,
    point.longitude,
    point.latitude,
    point.qualite,
    point.plg_code_commune,
from raw.sirene_geolocalisation__point as point
semi join montrable on montrable.siret = point.siret
where point.qualite <> '33'
    and point.longitude is not null
    and point.latitude is not null

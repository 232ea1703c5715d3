-- Point des établissements diffusibles du périmètre, hors points tirés au hasard (qualité 33), personnes physiques et unités à diffusion partielle. Une ligne par siret.
with
montrable as (
    select etablissement.siret
    from staging.sirene_etablissement__etablissement as etablissement
    anti join (
        select siren
        from staging.sirene_unite_legale__unite_legale
        where est_personne_physique or categorie_juridique is null or not est_diffusible
    ) as cachee on cachee.siren = etablissement.siren
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

-- Chaque point est celui d'une unité légale connue et diffusible, qui n'est pas une personne physique.
-- severity: error
select point.siret
from staging.sirene_geolocalisation__point as point
left join staging.sirene_unite_legale__unite_legale as unite on unite.siren = left(point.siret, 9)
where not coalesce(unite.est_diffusible and unite.categorie_juridique <> '1000', false)

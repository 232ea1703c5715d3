-- Ni personne physique ni unité à diffusion partielle n'a de point.
-- severity: error
select point.siret
from staging.sirene_geolocalisation__point as point
join staging.sirene_unite_legale__unite_legale as unite on unite.siren = left(point.siret, 9)
where unite.est_personne_physique or not unite.est_diffusible

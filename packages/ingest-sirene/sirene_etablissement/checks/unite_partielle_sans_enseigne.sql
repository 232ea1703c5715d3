-- Une unité légale à diffusion partielle n'a pas d'établissement avec une enseigne.
-- severity: warning
select etablissement.siret
from staging.sirene_etablissement__etablissement as etablissement
join staging.sirene_unite_legale__unite_legale as unite on unite.siren = etablissement.siren
where not unite.est_diffusible and etablissement.enseigne is not null

-- Un établissement à diffusion partielle n'a ni enseigne ni coordonnées.
-- severity: error
select siret
from staging.sirene_etablissement__etablissement
where not est_diffusible and coalesce(enseigne, x_lambert::varchar, y_lambert::varchar) is not null

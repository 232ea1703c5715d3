-- Chaque point est celui d'un établissement diffusible du périmètre.
-- severity: error
select point.siret
from staging.sirene_geolocalisation__point as point
anti join (
    select siret
    from staging.sirene_etablissement__etablissement
    where est_diffusible
) as etablissement on etablissement.siret = point.siret

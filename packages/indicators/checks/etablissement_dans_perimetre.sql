-- Chaque établissement est dans une commune du périmètre.
-- severity: error
select
    siret,
    code_commune,
from core.etablissement
anti join staging.perimetre__commune using (code_commune)

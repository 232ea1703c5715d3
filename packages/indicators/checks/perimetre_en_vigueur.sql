-- Chaque commune du périmètre est une commune en vigueur.
-- severity: error
select code_commune
from staging.perimetre__commune
anti join core.commune using (code_commune)

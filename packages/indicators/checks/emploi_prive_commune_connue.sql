-- Chaque commune de l'emploi privé est une commune en vigueur.
-- severity: error
select distinct code_commune
from core.emploi_prive
anti join core.commune using (code_commune)

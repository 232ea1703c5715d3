-- Chaque commune du recensement est une commune en vigueur.
-- severity: error
select distinct code_commune
from core.emploi_rp
anti join core.commune using (code_commune)

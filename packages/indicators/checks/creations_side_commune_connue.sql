-- Chaque commune de Side est une commune en vigueur : les créations.
-- severity: error
select distinct code_commune
from core.creations_side
anti join core.commune using (code_commune)

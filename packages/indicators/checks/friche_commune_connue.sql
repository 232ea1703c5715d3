-- Chaque friche est dans une commune en vigueur.
-- severity: error
select friche.site_id
from core.friche as friche
anti join core.commune as commune using (code_commune)

-- Chaque commune de la population est une commune en vigueur.
-- severity: error
select distinct code_commune
from core.population_annuelle
anti join core.commune using (code_commune)

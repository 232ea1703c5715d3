-- Quinze années sont suivies.
-- severity: error
select *
from core.image_sirene
where annee_complete - annee_premiere <> 15

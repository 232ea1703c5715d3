-- Chaque valeur suivie est celle d'un objectif.
-- severity: error
select objectif_id, date
from derived.objectif_serie
anti join derived.objectif using (objectif_id)

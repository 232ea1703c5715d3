-- Une période de référence commence avant de finir.
-- severity: error
select *
from core.periode_reference
where annee_debut >= annee_fin

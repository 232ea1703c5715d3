-- Une période de la consommation d'espaces dure une année au moins.
-- severity: error
select *
from core.periode_enaf
where debut >= fin

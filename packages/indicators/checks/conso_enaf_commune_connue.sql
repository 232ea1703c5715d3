-- La consommation d'espaces est dans des communes en vigueur.
-- severity: error
select distinct code_commune
from core.conso_enaf
anti join core.commune using (code_commune)

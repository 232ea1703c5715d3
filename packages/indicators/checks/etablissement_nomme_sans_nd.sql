-- Aucun nom n'est vide ni une marque de valeur masquée.
-- severity: error
select siret
from core.etablissement_nomme
where coalesce(trim(denomination), '') = '' or contains(denomination, '[ND]')

-- Aucun effectif ni nombre d'établissements n'est négatif.
-- severity: error
select *
from core.emploi_prive
where effectif < 0 or etablissements < 0

-- Chaque commune en vigueur est dite couverte ou non par le fichier de l'Urssaf.
-- severity: error
select code_commune
from core.commune
anti join core.couverture_emploi using (code_commune)

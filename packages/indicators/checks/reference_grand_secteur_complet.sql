-- Chaque grand secteur lu dans le fichier de l'Urssaf est dans la liste.
-- severity: error
select distinct fichier.grand_secteur
from staging.urssaf__commune_ape as fichier
anti join reference.grand_secteur as secteur on secteur.code = fichier.grand_secteur

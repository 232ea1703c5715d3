-- Le fichier de l'Urssaf couvre toutes les communes du périmètre.
-- severity: warning
select appartenance.code_commune
from core.appartenance as appartenance
inner join core.couverture_emploi as couverture using (code_commune)
where appartenance.niveau = 'ti' and not couverture.est_couverte

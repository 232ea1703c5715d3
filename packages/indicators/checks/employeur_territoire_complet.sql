-- Le Territoire d'industrie a tous les employeurs du périmètre.
-- severity: error
select etablissement.siret
from core.etablissement as etablissement
anti join (from core.employeur_territoire where niveau = 'ti') as employeur using (siret)
where etablissement.est_employeur

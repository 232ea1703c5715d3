-- L'état de la période en cours est celui du fichier des établissements.
-- severity: warning
select periode.siret
from staging.sirene_historique__periode as periode
join staging.sirene_etablissement__etablissement as etablissement on etablissement.siret = periode.siret
where periode.date_fin is null and periode.est_actif is distinct from etablissement.est_actif

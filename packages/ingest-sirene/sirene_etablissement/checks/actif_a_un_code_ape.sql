-- Chaque établissement actif du périmètre a un code d'activité de la NAF rév. 2.
-- severity: warning
select siret
from staging.sirene_etablissement__etablissement
where est_actif and code_ape is null

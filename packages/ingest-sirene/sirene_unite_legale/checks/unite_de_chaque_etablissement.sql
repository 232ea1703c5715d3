-- Chaque établissement du périmètre a son unité légale.
-- severity: warning
select distinct etablissement.siren
from staging.sirene_etablissement__etablissement as etablissement
anti join staging.sirene_unite_legale__unite_legale as unite on unite.siren = etablissement.siren
-- Sans fichier des unités légales, rien n'est promis.
where exists (from staging.sirene_unite_legale__national)

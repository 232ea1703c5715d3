-- Chaque unité légale du périmètre a un siège dans le fichier.
-- severity: warning
select distinct etablissement.siren
from staging.sirene_etablissement__etablissement as etablissement
anti join staging.sirene_etablissement__siege as siege on siege.siren = etablissement.siren

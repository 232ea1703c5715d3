-- Le siège dit par l'unité légale est celui que marque le fichier des établissements.
-- severity: warning
select
    unite.siren,
    unite.nic_siege,
    siege.siret
from staging.sirene_unite_legale__unite_legale as unite
join staging.sirene_etablissement__siege as siege on siege.siren = unite.siren
where unite.siren || unite.nic_siege <> siege.siret

-- Le siret de chaque établissement est son siren suivi de son nic.
-- severity: error
select
    siret,
    siren,
    nic
from staging.sirene_etablissement__etablissement
where siret is distinct from siren || nic

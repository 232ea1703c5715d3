-- Le siret d'un siège commence par le siren de son unité légale, et un siège du périmètre y est marqué comme tel.
-- severity: error
select siege.siret
from staging.sirene_etablissement__siege as siege
left join staging.sirene_etablissement__etablissement as etablissement on etablissement.siret = siege.siret
where left(siege.siret, 9) <> siege.siren or not coalesce(etablissement.est_siege, true)

-- Aucune valeur masquée par le producteur ne passe le chargement, dans aucune colonne des établissements ni des sièges.
-- severity: error
select siret
from staging.sirene_etablissement__etablissement as etablissement
where contains(etablissement::varchar, '[ND]')
union all
select siret
from staging.sirene_etablissement__siege as siege
where contains(siege::varchar, '[ND]')

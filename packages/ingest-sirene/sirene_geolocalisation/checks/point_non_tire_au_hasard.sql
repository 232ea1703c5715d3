-- Aucun point gardé n'est tiré au hasard dans sa commune.
-- severity: error
select
    siret,
    qualite
from staging.sirene_geolocalisation__point
where qualite is null or qualite = '33'

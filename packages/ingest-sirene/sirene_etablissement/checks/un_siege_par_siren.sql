-- Chaque unité légale a un siège au plus.
-- severity: error
select siren
from staging.sirene_etablissement__siege
group by siren
having count(*) > 1

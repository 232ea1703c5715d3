-- Le passage aux communes en vigueur ne perd ni ne crée un emploi, aucune année.
-- severity: error
select *
from (select round(sum(columns('^effectif_\d{4}$')), 3) from staging.urssaf__commune_ape) as source
except
select *
from (select round(sum(columns('^effectif_\d{4}$')), 3) from core.emploi_prive_large) as large

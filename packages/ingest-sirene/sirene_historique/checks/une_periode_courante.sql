-- Chaque établissement du périmètre a une période en cours, et une seule.
-- severity: error
select siret
from staging.sirene_historique__periode
group by siret
having count(*) filter (date_fin is null) <> 1

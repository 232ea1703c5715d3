-- Le fichier ne compte qu'une chose : une seule mesure.
-- severity: warning
select mesure
from staging.rp_emploi_lt__national
group by all
having (select count(distinct mesure) from staging.rp_emploi_lt__national) > 1

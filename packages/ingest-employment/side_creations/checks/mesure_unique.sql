-- Le fichier ne compte qu'une chose : une seule mesure.
-- severity: warning
select mesure
from staging.side_creations__national
group by all
having (select count(distinct mesure) from staging.side_creations__national) > 1

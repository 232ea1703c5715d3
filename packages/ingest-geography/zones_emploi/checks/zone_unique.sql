-- Une zone a une seule ligne dans son niveau.
-- severity: error
select
    niveau,
    code_zone,
    count(*)::integer as lignes,
from staging.zones_emploi__zone
group by all
having count(*) > 1

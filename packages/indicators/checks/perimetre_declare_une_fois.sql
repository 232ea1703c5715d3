-- data/territoire.yaml déclare un territoire et un seul, qui a au moins une commune.
-- severity: error
select
    count(*)::integer as territoires,
    (select count(*) from staging.perimetre__commune)::integer as communes,
from staging.perimetre__territoire
having count(*) <> 1 or (select count(*) from staging.perimetre__commune) = 0

-- La trajectoire a une ligne par territoire.
-- severity: error
select
    niveau,
    code_territoire,
    count(*)::integer as lignes,
from core.trajectoire_enaf
group by all
having count(*) > 1

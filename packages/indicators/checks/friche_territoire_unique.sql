-- Les friches des territoires ont une ligne par territoire et statut.
-- severity: error
select
    niveau,
    code_territoire,
    statut_friche,
    count(*)::integer as lignes,
from core.friche_territoire
group by all
having count(*) > 1

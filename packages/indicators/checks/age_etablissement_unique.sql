-- Les âges ont une ligne par territoire et classe.
-- severity: error
select
    niveau,
    code_territoire,
    modalite,
    count(*)::integer as lignes,
from core.age_etablissement
group by all
having count(*) > 1

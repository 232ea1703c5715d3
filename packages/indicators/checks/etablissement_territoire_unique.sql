-- Les établissements des territoires ont une ligne par territoire, compte, dimension et modalité.
-- severity: error
select
    niveau,
    code_territoire,
    compte,
    dimension,
    modalite,
    count(*)::integer as lignes,
from core.etablissement_territoire
group by all
having count(*) > 1

-- L'emploi des territoires a une ligne par territoire, année, dimension et modalité.
-- severity: error
select
    niveau,
    code_territoire,
    annee,
    dimension,
    modalite,
    count(*)::integer as lignes,
from core.emploi_territoire
group by all
having count(*) > 1

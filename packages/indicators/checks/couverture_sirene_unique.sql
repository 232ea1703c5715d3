-- La couverture de Sirene a une ligne par territoire affiché.
-- severity: error
select
    niveau,
    code_territoire,
    count(*)::integer as lignes,
from core.couverture_sirene
group by all
having count(*) > 1

-- Chaque territoire affiché a une seule ligne et un nom.
-- severity: error
select
    niveau,
    code_territoire,
    count(*)::integer as lignes,
from core.territoire
group by all
having count(*) > 1 or count(nullif(trim(nom), '')) = 0

-- Une commune en vigueur a une seule ligne.
-- severity: error
select
    code_commune,
    count(*)::integer as lignes,
from core.commune
group by all
having count(*) > 1

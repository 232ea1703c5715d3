-- Chaque friche n'est comptée qu'une fois.
-- severity: error
select
    site_id,
    count(*)::integer as lignes,
from core.friche
group by all
having count(*) > 1

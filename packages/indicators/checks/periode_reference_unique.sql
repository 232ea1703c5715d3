-- Chaque période de référence est définie une fois.
-- severity: error
select
    periode,
    count(*)::integer as lignes,
from core.periode_reference
group by all
having count(*) > 1

-- Une mutation de DVF n'a qu'une ligne.
-- severity: error
select
    mutation,
    count(*)::integer as lignes,
from core.mutation_dvf
group by all
having count(*) > 1

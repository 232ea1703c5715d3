-- Chaque secteur A38 est dans une seule section et un seul secteur A17, chaque A17 dans un seul A10.
-- severity: error
select
    'A38' as niveau,
    a38 as code,
from reference.naf_division
group by all
having count(distinct a17) > 1 or count(distinct section) > 1
union all
select
    'A17' as niveau,
    a17 as code,
from reference.naf_division
group by all
having count(distinct a10) > 1

-- Un territoire a une seule fois chaque référence.
-- severity: error
select
    niveau,
    code_territoire,
    reference,
    count(*)::integer as lignes,
from core.territoire_reference
group by all
having count(*) > 1

-- Un territoire intérieur n'est cité qu'une fois.
-- severity: error
select
    niveau,
    code_territoire,
    count(*)::integer as lignes,
from core.territoire_interieur
group by all
having count(*) > 1

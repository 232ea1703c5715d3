-- Un territoire a une ligne de prix par famille de biens.
-- severity: error
select
    niveau,
    code_territoire,
    famille,
    count(*)::integer as lignes,
from core.prix_dvf
group by all
having count(*) > 1

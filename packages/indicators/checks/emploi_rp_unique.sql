-- Le recensement a une ligne par commune et millésime.
-- severity: error
select
    code_commune,
    annee,
    count(*)::integer as lignes,
from core.emploi_rp
group by all
having count(*) > 1

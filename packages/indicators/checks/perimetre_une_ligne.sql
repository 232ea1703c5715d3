-- L'observatoire est celui d'un seul territoire.
-- severity: error
select count(*)::integer as lignes
from core.perimetre
having count(*) <> 1

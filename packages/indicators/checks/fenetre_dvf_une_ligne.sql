-- La fenêtre des prix est unique.
-- severity: error
select count(*)::integer as lignes
from core.fenetre_dvf
having count(*) > 1

-- Une vente de terrain à bâtir n'a qu'une ligne.
-- severity: error
select
    mutation,
    count(*)::integer as lignes,
from core.vente_terrain
group by all
having count(*) > 1

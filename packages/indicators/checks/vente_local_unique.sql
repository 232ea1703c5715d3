-- Une vente de local d'activité n'a qu'une ligne.
-- severity: error
select
    mutation,
    count(*)::integer as lignes,
from core.vente_local
group by all
having count(*) > 1

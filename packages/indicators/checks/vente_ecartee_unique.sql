-- Une raison d'écarter une vente est comptée une fois par famille.
-- severity: error
select
    famille,
    motif_exclusion,
    count(*)::integer as lignes,
from core.vente_ecartee
group by all
having count(*) > 1

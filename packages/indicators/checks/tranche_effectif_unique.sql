-- Chaque code de tranche est défini une fois.
-- severity: error
select
    tranche_effectifs,
    count(*)::integer as lignes,
from core.tranche_effectif
group by all
having count(*) > 1

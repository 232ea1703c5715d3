-- Une commune ne consomme pas plus que sa surface.
-- severity: error
select
    code_commune,
    cumul_m2,
    surface_m2,
from staging.enaf__commune
where cumul_m2 > surface_m2

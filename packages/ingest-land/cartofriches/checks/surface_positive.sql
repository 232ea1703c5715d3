-- Une unité foncière connue a une surface positive.
-- severity: error
select
    site_id,
    surface_m2,
from staging.cartofriches__friche
where surface_m2 < 0

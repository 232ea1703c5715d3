-- Les coordonnées d'un site sont une longitude et une latitude de France.
-- severity: warning
select
    site_id,
    longitude,
    latitude,
from staging.cartofriches__friche
where not (longitude between -64 and 56 and latitude between -22 and 52)

-- Chaque point est en France, longitude et latitude dans leur ordre.
-- severity: error
select
    siret,
    longitude,
    latitude
from staging.sirene_geolocalisation__point
where not (
    (longitude between -5.5 and 10 and latitude between 41 and 51.5)
    or (longitude between -62 and -51 and latitude between 2 and 17)
    or (longitude between 45 and 56 and latitude between -22 and -12)
)

-- Une commune n'a qu'un centre, et deux communes n'ont pas le même.
-- severity: error
select
    code_commune,
    longitude,
    latitude,
from reference.communes_coordonnees
qualify count(*) over (partition by code_commune) > 1
    or count(*) over (partition by longitude, latitude) > 1

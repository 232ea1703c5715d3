-- Chaque qualité de point est un code à deux chiffres.
-- severity: warning
select
    qualite,
    lignes
from staging.sirene_geolocalisation__national
where not coalesce(regexp_full_match(qualite, '\d{2}'), false)

-- Chaque région a une seule ligne, et un nom.
-- severity: error
select
    code_region,
    count(*)::integer as lignes,
from staging.decoupage__region
group by all
having count(*) > 1 or coalesce(trim(min(nom_region)), '') = ''

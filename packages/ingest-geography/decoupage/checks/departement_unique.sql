-- Chaque département a une seule ligne, et un nom.
-- severity: error
select
    code_departement,
    count(*)::integer as lignes,
from staging.decoupage__departement
group by all
having count(*) > 1 or coalesce(trim(min(nom_departement)), '') = ''

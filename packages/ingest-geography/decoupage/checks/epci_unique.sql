-- Chaque intercommunalité a une seule ligne, et un nom.
-- severity: error
select
    code_epci,
    count(*)::integer as lignes,
from staging.decoupage__epci
group by all
having count(*) > 1 or coalesce(trim(min(nom_epci)), '') = ''

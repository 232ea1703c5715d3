-- Le découpage compte les 13 régions de métropole et les 5 d'outre-mer.
-- severity: warning
select
    (count(*) filter (zone = 'metro'))::integer as metropole,
    (count(*) filter (zone = 'drom'))::integer as outre_mer,
from staging.decoupage__region
having count(*) > 0
    and (count(*) filter (zone = 'metro') <> 13 or count(*) filter (zone = 'drom') <> 5)

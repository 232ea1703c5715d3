-- Chaque ligne est dans un des sept grands secteurs de l'Urssaf.
-- severity: error
select
    code_commune,
    code_ape
from staging.urssaf__commune_ape
where grand_secteur is null

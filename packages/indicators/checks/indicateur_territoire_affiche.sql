-- Chaque ligne montrée est celle d'un territoire affiché.
-- severity: error
select distinct
    niveau,
    code_territoire,
from mart.indicateur
anti join core.territoire using (niveau, code_territoire)

-- Chaque territoire affiché a sa couverture par Sirene.
-- severity: error
select distinct
    niveau,
    code_territoire,
from core.appartenance
anti join core.couverture_sirene using (niveau, code_territoire)

-- Chaque territoire se compare à la France.
-- severity: error
select
    niveau,
    code_territoire,
from core.territoire
anti join (from core.territoire_reference where niveau_reference = 'france') as reference using (niveau, code_territoire)

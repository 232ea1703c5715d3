-- Chaque territoire a ses cinq classes d'âge.
-- severity: error
select
    niveau,
    code_territoire,
    count(*)::integer as classes,
from core.age_etablissement
group by all
having count(*) <> 5

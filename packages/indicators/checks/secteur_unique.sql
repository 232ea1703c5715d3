-- Chaque division est dans un seul secteur de chaque nomenclature.
-- severity: error
select
    nomenclature,
    division,
    count(*)::integer as lignes,
from core.secteur
group by all
having count(*) > 1

-- Chaque modalité a un seul nom.
-- severity: error
select
    dimension,
    modalite,
    count(*)::integer as lignes,
from mart.modalite
group by all
having count(*) > 1

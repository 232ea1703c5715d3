-- Chaque secteur A38 tient dans un seul secteur A17.
-- severity: error
select fin.modalite
from core.secteur as fin
inner join core.secteur as gros
    on gros.division = fin.division
    and gros.nomenclature = 'A17'
where fin.nomenclature = 'A38'
group by all
having count(distinct gros.modalite) > 1

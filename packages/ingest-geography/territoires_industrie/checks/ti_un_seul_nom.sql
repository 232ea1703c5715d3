-- Un Territoire d'industrie a un seul nom.
-- severity: error
select
    id_ti,
    list(distinct nom_ti) as noms,
from staging.territoires_industrie__commune
group by all
having count(distinct nom_ti) > 1 or count(nom_ti) = 0

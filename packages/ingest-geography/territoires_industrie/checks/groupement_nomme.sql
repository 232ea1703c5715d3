-- Un groupement a un nom, celui de son Territoire d'industrie est le même sur toutes ses lignes.
-- severity: warning
select
    id_ti,
    count(distinct nom_ti)::integer as noms_ti,
from staging.territoires_industrie__groupement
group by all
having count(distinct nom_ti) <> 1 or count(nom_groupement) < count(*)

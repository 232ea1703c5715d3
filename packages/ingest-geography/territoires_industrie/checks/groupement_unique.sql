-- Un groupement n'est cité qu'une fois par Territoire d'industrie.
-- severity: error
select
    id_ti,
    siren_groupement,
    count(*)::integer as lignes,
from staging.territoires_industrie__groupement
group by all
having count(*) > 1

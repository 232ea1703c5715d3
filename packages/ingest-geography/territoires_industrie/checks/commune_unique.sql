-- Une commune n'est citée qu'une fois par Territoire d'industrie.
-- severity: error
select
    code_commune,
    id_ti,
    count(*)::integer as lignes,
from staging.territoires_industrie__commune
group by all
having count(*) > 1

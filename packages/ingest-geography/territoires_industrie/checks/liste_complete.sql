-- La liste compte les Territoires d'industrie du programme, environ 183.
-- severity: warning
select count(distinct id_ti)::integer as territoires
from staging.territoires_industrie__commune
having count(*) > 0 and count(distinct id_ti) not between 150 and 220

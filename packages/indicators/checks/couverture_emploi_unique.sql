-- La couverture de l'emploi a une ligne par commune.
-- severity: error
select
    code_commune,
    count(*)::integer as lignes,
from core.couverture_emploi
group by all
having count(*) > 1

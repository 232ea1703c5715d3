-- La population a une ligne par commune et année.
-- severity: error
select
    code_commune,
    annee,
    count(*)::integer as lignes,
from core.population_annuelle
group by all
having count(*) > 1

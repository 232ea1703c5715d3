-- Aucune population n'est négative ni manquante.
-- severity: error
select *
from core.population_annuelle
where population is null or population < 0

-- La consommation d'espaces a une ligne par commune, année et destination.
-- severity: error
select
    code_commune,
    annee,
    destination,
    count(*)::integer as lignes,
from core.conso_enaf
group by all
having count(*) > 1

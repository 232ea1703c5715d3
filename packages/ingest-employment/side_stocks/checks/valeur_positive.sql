-- Aucune valeur n'est négative.
-- severity: error
select
    geo_object,
    code_commune,
    annee,
    valeur,
from staging.side_stocks__stock
where valeur < 0
union all
select
    geo_object,
    code_territoire,
    annee,
    valeur,
from staging.side_stocks__national
where valeur < 0

-- Un établissement ne se divise pas : chaque valeur est entière.
-- severity: error
select
    code_commune,
    a10,
    annee,
    valeur,
from staging.side_stocks__stock
where valeur <> round(valeur)

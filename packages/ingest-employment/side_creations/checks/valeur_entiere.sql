-- Un établissement ne se divise pas : chaque valeur est entière.
-- severity: error
select
    code_commune,
    a10,
    annee,
    valeur,
from staging.side_creations__creation
where valeur <> round(valeur)

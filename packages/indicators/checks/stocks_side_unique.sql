-- Les stocks de Side ont une ligne par commune, année et secteur.
-- severity: error
select
    code_commune,
    annee,
    a10,
    count(*)::integer as lignes,
from core.stocks_side
group by all
having count(*) > 1

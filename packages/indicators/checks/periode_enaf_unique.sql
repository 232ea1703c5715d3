-- Les périodes de la consommation d'espaces ne se répètent pas.
-- severity: error
select
    debut,
    fin,
    count(*)::integer as lignes,
from core.periode_enaf
group by all
having count(*) > 1

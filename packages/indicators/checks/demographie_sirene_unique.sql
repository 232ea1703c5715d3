-- La démographie de Sirene a une ligne par territoire et année.
-- severity: error
select
    niveau,
    code_territoire,
    annee,
    count(*)::integer as lignes,
from core.demographie_sirene
group by all
having count(*) > 1

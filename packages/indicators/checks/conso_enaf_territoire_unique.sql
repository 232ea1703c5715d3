-- La consommation d'espaces des territoires a une ligne par territoire, période et destination.
-- severity: error
select
    niveau,
    code_territoire,
    debut,
    fin,
    destination,
    count(*)::integer as lignes,
from core.conso_enaf_territoire
group by all
having count(*) > 1

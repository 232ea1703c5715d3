-- Chaque établissement du périmètre a une seule ligne.
-- severity: error
select
    siret,
    count(*)::integer as lignes,
from core.etablissement
group by all
having count(*) > 1

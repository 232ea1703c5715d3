-- Un établissement nommé n'a qu'une ligne.
-- severity: error
select
    siret,
    count(*)::integer as lignes,
from core.etablissement_nomme
group by all
having count(*) > 1

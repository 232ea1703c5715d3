-- Un établissement employeur n'est qu'une fois dans un territoire.
-- severity: error
select
    niveau,
    code_territoire,
    siret,
    count(*)::integer as lignes,
from core.employeur_territoire
group by all
having count(*) > 1

-- Une source n'est citée qu'une fois par indicateur, période et fichier.
-- severity: error
select
    indicateur,
    periode_fin,
    source,
    snapshot,
    count(*)::integer as lignes,
from mart.indicateur_source
group by all
having count(*) > 1

-- Une valeur montrée repose sur un fichier archivé.
-- severity: warning
select
    indicateur,
    periode_fin,
from mart.indicateur_source
group by all
having count(snapshot) = 0

-- Chaque fichier a un seul millésime, dont l'année est celle de sa date.
-- severity: error
select *
from reference.millesime
qualify count(*) over (partition by source, file) > 1
    or annee is distinct from year(date_millesime)

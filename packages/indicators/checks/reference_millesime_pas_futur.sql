-- Le millésime d'un fichier n'est pas postérieur à son année de collecte.
-- severity: warning
select
    millesime.*,
    max(fichier.collected_at) as collecte,
from reference.millesime as millesime
inner join meta.snapshot as fichier
    on fichier.source = millesime.source
    and fichier.file = millesime.file
group by all
having millesime.annee > max(year(fichier.collected_at))

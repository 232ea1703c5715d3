-- Chaque fichier archivé a un millésime, et chaque millésime un fichier archivé.
-- severity: error
select
    millesime.source as millesime,
    fichier.source as archive,
    coalesce(millesime.file, fichier.file) as file,
from reference.millesime as millesime
full join (select distinct source, file from meta.snapshot) as fichier
    on fichier.source = millesime.source
    and fichier.file = millesime.file
where millesime.source is null or fichier.source is null

-- Un code lu dans un fichier national désigne une seule commune du périmètre, et chaque commune y est sous son propre code.
-- severity: error
select
    coalesce(code.code_source, perimetre.code_commune) as code_source,
    count(distinct code.code_commune)::integer as communes,
from staging.perimetre__commune as perimetre
full join staging.perimetre__code as code on code.code_source = perimetre.code_commune
group by all
having count(distinct code.code_commune) <> 1

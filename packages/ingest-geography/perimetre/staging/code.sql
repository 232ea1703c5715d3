-- Codes sous lesquels un fichier national peut nommer une commune du périmètre : le sien, ceux de ses délégués, associés, arrondissements et anciennes communes. Une ligne par code_source.
with
ancien as (
    select
        unnest(string_split(decoupage.anciens_codes, ' ')) as code_source,
        decoupage.code_commune,
    from staging.decoupage__commune as decoupage
    semi join staging.perimetre__commune as perimetre using (code_commune)
)

select
    code_commune as code_source,
    code_commune,
from staging.perimetre__commune
union
select
    decoupage.code_commune as code_source,
    decoupage.code_commune_actuelle as code_commune,
from staging.decoupage__commune as decoupage
semi join staging.perimetre__commune as perimetre
    on perimetre.code_commune = decoupage.code_commune_actuelle
anti join staging.perimetre__commune as meme on meme.code_commune = decoupage.code_commune
union
select
    ancien.code_source,
    ancien.code_commune,
from ancien
anti join staging.decoupage__commune as connue on connue.code_commune = ancien.code_source
where ancien.code_source <> ''

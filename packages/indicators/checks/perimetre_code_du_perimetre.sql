-- Un code du périmètre désigne une commune du périmètre, et aucune autre commune en vigueur ne le porte.
-- severity: error
select
    code.code_source,
    code.code_commune,
from staging.perimetre__code as code
left join staging.perimetre__commune as perimetre using (code_commune)
left join core.commune as autre
    on autre.code_commune = code.code_source
    and autre.code_commune <> code.code_commune
where perimetre.code_commune is null or autre.code_commune is not null

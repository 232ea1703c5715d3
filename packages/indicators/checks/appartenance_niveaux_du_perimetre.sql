-- Chaque commune du périmètre est dans un département, une région, la France et le Territoire d'industrie.
-- severity: error
select
    perimetre.code_commune,
    niveau.niveau,
from staging.perimetre__commune as perimetre
cross join (select unnest(['commune', 'ti', 'departement', 'region', 'france']) as niveau) as niveau
anti join core.appartenance using (niveau, code_commune)

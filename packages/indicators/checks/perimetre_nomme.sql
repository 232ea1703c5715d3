-- Le territoire de l'observatoire a un nom et un code.
-- severity: error
select
    code_territoire,
    nom,
from core.perimetre
where coalesce(trim(nom), '') = '' or coalesce(trim(code_territoire), '') = ''

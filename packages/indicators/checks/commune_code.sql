-- Le code d'une commune a la forme des codes de l'Insee et commence par celui de son département.
-- severity: error
select
    code_commune,
    code_departement,
from core.commune
where not regexp_matches(code_commune, '^(\d{2}|2[AB])\d{3}$')
    or not starts_with(code_commune, code_departement)

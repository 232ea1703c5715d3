-- Un code sous lequel un fichier nomme une commune du périmètre a la forme des codes de l'Insee.
-- severity: error
select *
from staging.perimetre__code
where not regexp_matches(code_source, '^(\d{2}|2[AB])\d{3}$')
    or code_commune is null

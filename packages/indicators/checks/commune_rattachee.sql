-- Chaque commune a une région, une zone d'emploi et un nom.
-- severity: warning
select
    code_commune,
    nom_commune,
    code_region,
    code_zone_emploi,
from core.commune
where code_region is null
    or code_zone_emploi is null
    or coalesce(trim(nom_commune), '') = ''

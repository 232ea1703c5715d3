-- Chaque commune du périmètre est dans une zone d'emploi.
-- severity: warning
select perimetre.code_commune
from staging.perimetre__commune as perimetre
left join staging.zones_emploi__commune as commune using (code_commune)
where commune.code_zone_emploi is null
    and exists (from staging.zones_emploi__commune)

-- Chaque zone d'emploi nommée a au moins une commune.
-- severity: warning
select
    zone.code_zone,
    zone.nom_zone,
from staging.zones_emploi__zone as zone
anti join staging.zones_emploi__commune as commune on commune.code_zone_emploi = zone.code_zone
where zone.niveau = 'ZE2020' and exists (from staging.zones_emploi__commune)

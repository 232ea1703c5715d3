-- Chaque zone d'emploi des communes a un nom.
-- severity: warning
select distinct commune.code_zone_emploi
from staging.zones_emploi__commune as commune
left join staging.zones_emploi__zone as zone
    on zone.niveau = 'ZE2020'
    and zone.code_zone = commune.code_zone_emploi
where zone.nom_zone is null

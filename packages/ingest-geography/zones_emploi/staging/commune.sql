-- Zone d'emploi 2020 d'une commune. Une ligne par code_commune.
select
    code_commune,
    nom_commune,
    code_zone_emploi,
from raw.zones_emploi__commune

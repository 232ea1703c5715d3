-- Les surfaces sont en mètres carrés : leur total sur la surface de la commune est le pourcentage publié.
-- severity: error
select
    code_commune,
    cumul_m2,
    surface_m2,
    part_consommee,
from staging.enaf__commune
where surface_m2 > 0
    and abs(100 * cumul_m2 / surface_m2 - part_consommee) > 0.006

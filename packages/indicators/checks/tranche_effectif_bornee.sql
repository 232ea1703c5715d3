-- Le centre d'une tranche est entre ses bornes, et une tranche sans bornes n'a pas de centre.
-- severity: error
select *
from core.tranche_effectif
where (effectif_min is null) <> (effectif_centre is null)
    or (effectif_min is null and effectif_max is not null)
    or effectif_centre < effectif_min
    or effectif_centre > effectif_max

-- Les seuils de 1, 10, 50 et 250 salariés tombent entre deux tranches.
-- severity: error
select *
from core.tranche_effectif
where taille <> case
        when effectif_min is null or effectif_min = 0 then 'sans'
        when effectif_max < 10 then '1_9'
        when effectif_min >= 10 and effectif_max < 50 then '10_49'
        when effectif_min >= 50 and effectif_max < 250 then '50_249'
        when effectif_min >= 250 then '250_plus'
        else 'à cheval'
    end

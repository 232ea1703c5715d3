-- La dernière année complète est finie à la date de l'image, et la suivante ne l'est pas.
-- severity: error
select *
from core.image_sirene
where make_date(annee_complete, 12, 31) > date_image
    or make_date(annee_complete + 1, 12, 31) <= date_image

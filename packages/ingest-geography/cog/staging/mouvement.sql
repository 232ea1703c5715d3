-- Événement survenu à une commune. Une ligne par couple (commune avant, commune après) d'un événement.
select
    mod,
    date_effet,
    type_avant,
    code_avant,
    nom_avant,
    type_apres,
    code_apres,
    nom_apres,
from raw.cog__mouvement

-- Le Territoire d'industrie de l'observatoire. Une ligne.
select
    code_territoire,
    nom,
    date_label,
from staging.perimetre__territoire

-- Territoire d'industrie de l'observatoire, tel que data/territoire.yaml le déclare. Une ligne.
select
    code_territoire,
    nom,
    date_label::date as date_label,
from raw.perimetre__territoire

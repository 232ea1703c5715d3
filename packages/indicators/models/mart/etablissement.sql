-- Établissements employeurs actifs de dix salariés et plus que l'on peut nommer, pour la carte. Une ligne par siret ; sans point, l'établissement n'est pas localisé.
select
    siret,
    denomination,
    code_commune,
    code_ape,
    a38,
    tranche_effectifs,
    effectif_min,
    effectif_max,
    longitude,
    latitude,
    date_statut,
from core.etablissement_nomme
where est_employeur and effectif_min >= 10

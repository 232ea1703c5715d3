-- Chaque ligne du fichier est normale (A), non diffusée (K) ou en comprend d'autres (W).
-- severity: error
select
    geo_object,
    annee,
    statut_observation,
    lignes,
from staging.rp_emploi_lr__national
where statut_observation not in ('A', 'K', 'W')

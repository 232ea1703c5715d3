-- Une observation non diffusée (K) n'a pas de valeur ; les autres en ont une.
-- severity: error
select
    code_commune,
    annee,
    valeur,
    statut_observation,
from staging.side_stocks__stock
where coalesce(statut_observation = 'K', false) <> (valeur is null)

-- Une valeur tirée des tranches d'effectif est dans son intervalle.
-- severity: error
select *
from mart.indicateur
where indicateur in ('concentration_emploi', 'concentration_hhi', 'siege_exterieur')
    and (valeur < valeur_min - 1e-9 or valeur > valeur_max + 1e-9)

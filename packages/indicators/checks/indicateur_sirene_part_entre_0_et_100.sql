-- Survie, concentration et siège extérieur sont entre 0 et 100, l'indice de Herfindahl entre 0 et 1.
-- severity: error
select *
from mart.indicateur
where (indicateur in ('survie', 'concentration_emploi', 'siege_exterieur') and valeur not between 0 and 100.000001)
    or (indicateur = 'concentration_hhi' and valeur not between 0 and 1.000001)

-- La fenêtre des prix est ordonnée et ne dépasse pas cinq ans.
-- severity: error
select *
from core.fenetre_dvf
where date_debut > date_fin or date_debut <= date_fin - interval 5 year

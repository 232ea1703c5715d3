-- Une vente de local d'activité est dans la fenêtre de cinq ans.
-- severity: error
select
    vente.mutation,
    vente.date_mutation,
from core.vente_local as vente
cross join core.fenetre_dvf as fenetre
where vente.date_mutation not between fenetre.date_debut and fenetre.date_fin

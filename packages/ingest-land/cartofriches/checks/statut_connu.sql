-- Le statut d'une friche est l'un de ceux de la norme ; un site au statut inconnu est compté à part.
-- severity: warning
select
    site_id,
    statut,
from staging.cartofriches__friche
where statut = 'inconnu'

-- Le nom d'un site non vérifié n'est gardé nulle part.
-- severity: error
select
    site_id,
    nom,
from staging.cartofriches__friche
where statut = 'potentielle' and nom is not null

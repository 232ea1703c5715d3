-- Un identifiant de mutation ne mêle pas des ventes de plusieurs départements.
-- severity: warning
select
    annee,
    mutations,
    mutations_plusieurs_departements,
from staging.dvf__qualite
where est_cle_fragile

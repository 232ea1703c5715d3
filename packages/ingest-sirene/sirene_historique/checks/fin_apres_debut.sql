-- Aucune période ne finit avant d'avoir commencé.
-- severity: warning
select
    siret,
    date_debut,
    date_fin
from staging.sirene_historique__periode
where date_fin < date_debut

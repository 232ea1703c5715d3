-- Le Territoire d'industrie d'un groupement est dans la liste des communes.
-- severity: warning
select distinct
    groupement.id_ti,
    groupement.nom_ti,
from staging.territoires_industrie__groupement as groupement
anti join staging.territoires_industrie__commune as commune using (id_ti)

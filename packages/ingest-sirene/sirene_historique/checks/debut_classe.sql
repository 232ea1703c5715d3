-- Une date de début est gardée si et seulement si elle est classée connue.
-- severity: error
select
    siret,
    date_debut,
    qualite_date
from staging.sirene_historique__periode
where (date_debut is not null) <> (qualite_date = 'connue')
    or qualite_date not in ('connue', 'inconnue', 'future', 'absurde')

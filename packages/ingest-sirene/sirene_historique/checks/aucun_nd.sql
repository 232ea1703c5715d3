-- Aucune valeur masquée par le producteur ne passe le chargement, dans aucune colonne des périodes.
-- severity: error
select siret
from staging.sirene_historique__periode as periode
where contains(periode::varchar, '[ND]')

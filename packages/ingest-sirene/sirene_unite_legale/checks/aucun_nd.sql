-- Aucune valeur masquée par le producteur ne passe le chargement, dans aucune colonne des unités légales.
-- severity: error
select siren
from staging.sirene_unite_legale__unite_legale as unite
where contains(unite::varchar, '[ND]')

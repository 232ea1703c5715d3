-- Aucune valeur masquée par le producteur ne passe dans l'agrégat national des unités légales.
-- severity: error
select categorie_juridique
from staging.sirene_unite_legale__national as national
where contains(national::varchar, '[ND]')

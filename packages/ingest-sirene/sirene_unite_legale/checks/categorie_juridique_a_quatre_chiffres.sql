-- Chaque catégorie juridique a quatre chiffres.
-- severity: warning
select
    siren,
    categorie_juridique
from staging.sirene_unite_legale__unite_legale
where not coalesce(regexp_full_match(categorie_juridique, '\d{4}'), false)

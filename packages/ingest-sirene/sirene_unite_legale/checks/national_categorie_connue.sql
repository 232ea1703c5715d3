-- Chaque catégorie d'entreprise est PME, ETI ou GE, dans le périmètre comme en France.
-- severity: error
select distinct unite.categorie_entreprise
from (
    select categorie_entreprise from staging.sirene_unite_legale__unite_legale
    union all
    select categorie_entreprise from staging.sirene_unite_legale__national
) as unite
where unite.categorie_entreprise not in ('PME', 'ETI', 'GE')

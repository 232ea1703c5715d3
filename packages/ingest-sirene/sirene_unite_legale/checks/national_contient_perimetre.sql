-- Pour chaque catégorie juridique, la France compte au moins les unités du périmètre.
-- severity: error
with
liste as (
    select
        categorie_juridique,
        count(*) as unites,
    from staging.sirene_unite_legale__unite_legale
    group by all
),

france as (
    select
        categorie_juridique,
        sum(lignes) as unites,
    from staging.sirene_unite_legale__national
    group by all
)

select
    liste.categorie_juridique,
    liste.unites,
    france.unites as unites_france
from liste
left join france on france.categorie_juridique is not distinct from liste.categorie_juridique
where liste.unites > coalesce(france.unites, 0)

-- Chaque année, la France compte au moins les liens du périmètre.
-- severity: error
with
liste as (
    select
        year(date_lien) as annee,
        count(*) as liens,
    from staging.sirene_succession__lien
    group by all
),

france as (
    select
        annee,
        sum(lignes) as liens,
    from staging.sirene_succession__national
    group by all
)

select
    liste.annee,
    liste.liens,
    france.liens as liens_france
from liste
left join france on france.annee is not distinct from liste.annee
where liste.liens > coalesce(france.liens, 0)

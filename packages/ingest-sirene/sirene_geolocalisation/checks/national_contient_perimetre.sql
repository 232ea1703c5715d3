-- Pour chaque qualité, la France compte au moins les points du périmètre.
-- severity: error
with
liste as (
    select
        qualite,
        count(*) as points,
    from staging.sirene_geolocalisation__point
    group by all
)

select
    liste.qualite,
    liste.points,
    national.lignes as points_france
from liste
left join staging.sirene_geolocalisation__national as national on national.qualite = liste.qualite
where liste.points > coalesce(national.lignes, 0)

-- Dans chaque secteur, la somme des communes et celle des départements sont le total que le producteur publie pour la France entière.
-- severity: error
with
commune as (
    select
        a10,
        annee,
        sum(valeur) as valeur,
        count(*) - count(valeur) as non_diffusees,
    from staging.side_stocks__stock
    where geo_object = 'COM'
    group by all
),

producteur as (
    select
        a10,
        annee,
        sum(valeur) filter (geo_object = 'DEP') as departements,
        sum(valeur) filter (geo_object = 'FRANCE' and code_territoire = 'F') as france,
    from staging.side_stocks__national
    where geo_object in ('DEP', 'FRANCE')
        and coalesce(forme_juridique, '_T') = '_T'
        and mesure = 'UNIT_LOC'
    group by all
)

select
    a10,
    annee,
    commune.valeur as communes,
    producteur.departements,
    producteur.france,
    commune.non_diffusees,
from producteur
left join commune using (a10, annee)
where abs(producteur.departements - producteur.france) > 0.5
    or (coalesce(commune.non_diffusees, 0) = 0 and abs(coalesce(commune.valeur, 0) - producteur.france) > 0.5)
    or commune.valeur > producteur.france + 0.5

-- Le passage aux communes en vigueur ne perd ni ne crée un établissement, aucune année : les stocks de Side.
-- severity: error
with
source as (
    select
        annee,
        a10,
        sum(valeur) as valeur,
    from staging.side_stocks__stock as observation
    semi join core.passage_commune as passage
        on passage.code_source = observation.code_commune
    where geo_object = 'COM'
    group by all
),

arrivee as (
    select
        annee,
        a10,
        sum(stock) as valeur,
    from core.stocks_side
    group by all
)

select
    annee,
    a10,
    source.valeur as publie,
    arrivee.valeur as rattache,
from source
left join arrivee using (annee, a10)
where abs(coalesce(source.valeur, 0) - coalesce(arrivee.valeur, 0)) > 0.5

-- Le rattachement aux communes en vigueur ne perd ni n'ajoute aucun mètre carré.
-- severity: error
with
publie as (
    select
        annee,
        destination,
        sum(surface_m2) as surface_m2,
    from staging.enaf__flux
    group by all
),

rattache as (
    select
        annee,
        destination,
        sum(surface_m2) as surface_m2,
    from core.conso_enaf
    group by all
)

select
    publie.*,
    rattache.surface_m2 as surface_rattachee_m2,
from publie
left join rattache using (annee, destination)
where abs(publie.surface_m2 - coalesce(rattache.surface_m2, 0)) > 1

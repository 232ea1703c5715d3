-- Une fois les répétitions ôtées, la surface d'une mutation ne dépasse pas celle de ses lignes.
-- severity: error
with
ligne as (
    select
        mutation,
        sum(surface_reelle_bati) as surface_batie,
        sum(surface_terrain) as surface_terrain,
    from staging.dvf__mutation
    group by mutation
)

select
    mutation.mutation,
    mutation.famille,
    mutation.surface_m2,
from core.mutation_dvf as mutation
inner join ligne using (mutation)
where mutation.surface_m2 > if(mutation.famille = 'local_activite', ligne.surface_batie, ligne.surface_terrain) + 0.5

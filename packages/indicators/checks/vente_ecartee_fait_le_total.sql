-- Ventes retenues et mutations écartées font ensemble toutes les mutations.
-- severity: error
with
total as (
    select
        (select count(*) from core.mutation_dvf) as mutations,
        (select count(*) from core.vente_local) as locaux,
        (select count(*) from core.vente_terrain) as terrains,
        (select coalesce(sum(mutations), 0) from core.vente_ecartee) as ecartees,
)

select *
from total
where mutations <> locaux + terrains + ecartees

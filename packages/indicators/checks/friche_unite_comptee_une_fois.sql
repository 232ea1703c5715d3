-- Une unité foncière ne donne sa surface qu'à un de ses sites.
-- severity: error
select
    friche.reference_cadastrale,
    (count(*) filter (friche.porte_la_surface))::integer as sites_porteurs,
from core.friche as friche
where friche.reference_cadastrale is not null
group by all
having count(*) filter (friche.porte_la_surface) <> 1

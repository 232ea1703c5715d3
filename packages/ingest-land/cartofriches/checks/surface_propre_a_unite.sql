-- Deux sites d'une même unité foncière lui donnent la même surface.
-- severity: warning
select
    reference_cadastrale,
    count(*)::integer as sites,
    min(surface_m2) as plus_petite,
    max(surface_m2) as plus_grande,
from staging.cartofriches__friche
where reference_cadastrale is not null
group by all
having max(surface_m2) - min(surface_m2) > 1

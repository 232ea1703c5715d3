-- Hors friches potentielles, chaque site du fichier est dans une commune en vigueur, et une seule.
-- severity: error
with
publie as (
    select count(*) as sites,
    from staging.cartofriches__friche
    -- Les collectivités d'outre-mer n'ont pas de territoire affiché.
    where statut <> 'potentielle'
        and not regexp_matches(coalesce(code_commune, '98'), '^(975|977|978|98)')
),

rattache as (
    select
        count(*) as sites,
        count(distinct site_id) as sites_distincts,
    from core.friche
)

select
    publie.sites as sites_du_fichier,
    rattache.sites as sites_rattaches,
from publie
cross join rattache
where publie.sites <> rattache.sites
    or rattache.sites <> rattache.sites_distincts

-- Consommation d'espaces NAF du 1er janvier de l'année au 1er janvier suivant, en m². Une ligne par code_commune, année et destination, le total compris.
with
annee as (
    select
        code_commune,
        right(unnest(struct_keys(struct_pack(*columns('^total_\d{4}$')))), 4)::integer as annee,
        unnest([*columns('^total_\d{4}$')]) as total,
        unnest([*columns('^habitat_\d{4}$')]) as habitat,
        unnest([*columns('^activite_\d{4}$')]) as activite,
        unnest([*columns('^mixte_\d{4}$')]) as mixte,
        unnest([*columns('^route_\d{4}$')]) as route,
        unnest([*columns('^ferroviaire_\d{4}$')]) as ferroviaire,
        unnest([*columns('^inconnu_\d{4}$')]) as inconnu,
    from staging.enaf__commune
)

select
    code_commune,
    annee,
    unnest(['total', 'habitat', 'activite', 'mixte', 'route', 'ferroviaire', 'inconnu']) as destination,
    unnest([total, habitat, activite, mixte, route, ferroviaire, inconnu]) as surface_m2,
from annee

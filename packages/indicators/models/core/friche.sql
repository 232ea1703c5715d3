-- Friche recensée, hors friches potentielles ; une unité foncière partagée ne donne sa surface qu'à un de ses sites. Une ligne par site_id.
with
-- Un site n'est qu'à un endroit : d'une commune scindée, la plus grande part.
situee as (
    select
        friche.*,
        passage.code_commune as commune_en_vigueur,
    from staging.cartofriches__friche as friche
    inner join core.passage_commune as passage
        on passage.code_source = friche.code_commune
    where friche.statut <> 'potentielle'
    qualify row_number() over (partition by friche.site_id order by passage.part desc, passage.code_commune) = 1
)

select
    site_id,
    nom,
    commune_en_vigueur as code_commune,
    statut,
    type_friche,
    pollution,
    longitude,
    latitude,
    date_actualisation,
    reference_cadastrale,
    surface_m2,
    row_number() over unite = 1 as porte_la_surface,
    case when row_number() over unite = 1 then max(surface_m2) over (partition by coalesce(reference_cadastrale, site_id)) end as surface_retenue_m2,
from situee
-- Le gisement d'abord : une unité à la fois sans et avec projet compte sans projet.
window unite as (
    partition by coalesce(reference_cadastrale, site_id)
    order by array_position(['sans_projet', 'avec_projet', 'reconvertie', 'inconnu'], statut), site_id
)

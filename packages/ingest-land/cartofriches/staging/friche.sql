-- Sites de Cartofriches, friches potentielles comprises ; ni propriétaire, ni contact, ni adresse. Une ligne par site_id.
with
lu as (
    select
        *,
        regexp_extract_all(geompoint, '-?\d+(?:\.\d+)?(?:[eE]-?\d+)?')::double[] as point,
        regexp_replace(strip_accents(lower(replace(trim(site_type), '’', ''''))), '^friche (d'')?', '') as type_lu,
        strip_accents(lower(trim(site_statut))) as statut_lu,
        strip_accents(lower(trim(sol_pollution_existe))) as pollution_lue,
        list_sort(list_distinct(regexp_extract_all(upper(unite_fonciere_refcad), '[0-9A-Z]{6,}'))) as parcelles,
    from raw.cartofriches__friche
)

select
    site_id,
    -- Le nom d'un site non vérifié est souvent celui d'un exploitant d'autrefois : il n'est pas gardé.
    if(statut_lu = 'friche potentielle', null, site_nom) as nom,
    repeat('0', greatest(5 - length(trim(code_commune)), 0)) || trim(code_commune) as code_commune,
    case statut_lu
        when 'friche potentielle' then 'potentielle'
        when 'friche sans projet' then 'sans_projet'
        when 'friche avec projet' then 'avec_projet'
        when 'friche reconvertie' then 'reconvertie'
        else 'inconnu'
    end as statut,
    case
        when type_lu is null or type_lu = 'inconnu' then 'inconnu'
        when type_lu = 'sans objet' then 'autre'
        when type_lu like 'mixte%' then 'mixte'
        when type_lu like 'habitat%' then 'habitat'
        else regexp_replace(type_lu, '[^a-z]+', '_', 'g')
    end as type_friche,
    unite_fonciere_surface as surface_m2,
    -- Les mêmes parcelles dans un autre ordre sont la même unité foncière.
    nullif(array_to_string(parcelles, '|'), '') as reference_cadastrale,
    case
        when pollution_lue like 'pollution %' then replace(substr(pollution_lue, 11), ' ', '_')
        else 'inconnu'
    end as pollution,
    -- La norme écrit la latitude d'abord, le fichier la longitude.
    coalesce(longitude, if(est_inverse, point[2], point[1])) as longitude,
    coalesce(latitude, if(est_inverse, point[1], point[2])) as latitude,
    coalesce(
        try_strptime(site_actu_date, '%d/%m/%Y')::date,
        try_cast(site_actu_date as date)
    ) as date_actualisation,
from (
    select
        *,
        coalesce(point[1] between 41 and 52 and point[2] between -6 and 10, false) as est_inverse,
    from lu
)

-- Mutation de DVF, ses lignes répétées ramenées à un prix et à des surfaces, avec la raison qui l'écarte des prix. Une ligne par mutation.
with
-- Une vente ne se partage pas : sous un code éclaté depuis, elle va à la commune qui en a reçu la plus grande part.
passage as (
    select
        code_source,
        arg_max(code_commune, part) as code_commune,
    from core.passage_commune
    group by code_source
),

ligne as (
    select
        mutation.* exclude (code_commune),
        passage.code_commune,
    from staging.dvf__mutation as mutation
    left join passage on passage.code_source = mutation.code_commune
),

disposition as (
    select
        mutation,
        numero_disposition,
        max(valeur_fonciere) as valeur,
        count(distinct valeur_fonciere) as valeurs,
    from ligne
    group by all
),

-- Plusieurs dispositions du même prix sont un seul montant répété.
prix as (
    select
        mutation,
        sum(distinct valeur) as valeur,
        count(*)::integer as dispositions,
        count(*) > count(distinct valeur) and count(distinct valeur) > 0 as est_prix_repete,
        bool_or(valeurs > 1) as est_prix_incoherent,
    from disposition
    group by mutation
),

local_bati as (
    select distinct
        mutation,
        parcelle,
        code_type_local,
        surface_reelle_bati,
        nombre_pieces_principales,
        lot,
    from ligne
    where code_type_local is not null
),

bati as (
    select
        mutation,
        count(*)::integer as locaux,
        (count(*) filter (code_type_local = '4'))::integer as locaux_activite,
        (count(*) filter (code_type_local in ('1', '2')))::integer as logements,
        sum(surface_reelle_bati) filter (code_type_local = '4') as surface_activite,
    from local_bati
    group by mutation
),

-- Une parcelle peut avoir deux morceaux d'une même nature : leurs surfaces diffèrent, celles des répétitions non.
sol as (
    select
        mutation,
        parcelle,
        code_nature_culture,
        code_nature_culture_speciale,
        sum(distinct surface_terrain) as surface,
    from ligne
    where code_nature_culture is not null
    group by all
),

terrain as (
    select
        mutation,
        count(*)::integer as sols,
        (count(*) filter (code_nature_culture = 'AB'))::integer as sols_a_batir,
        sum(surface) filter (code_nature_culture = 'AB') as surface_a_batir,
    from sol
    group by mutation
),

mutation as (
    select
        mutation,
        min(date_mutation) as date_mutation,
        min(nature_mutation) as nature_mutation,
        min(code_commune) as code_commune,
        count(distinct code_commune)::integer as communes,
        bool_or(est_cle_fragile) as est_cle_fragile,
    from ligne
    group by mutation
),

classee as (
    select
        mutation.*,
        prix.* exclude (mutation),
        coalesce(bati.locaux, 0) as locaux,
        coalesce(bati.locaux_activite, 0) as locaux_activite,
        coalesce(bati.logements, 0) as logements,
        coalesce(terrain.sols, 0) as sols,
        coalesce(terrain.sols_a_batir, 0) as sols_a_batir,
        case
            when bati.locaux_activite > 0 then 'local_activite'
            when bati.mutation is null and terrain.sols_a_batir > 0 then 'terrain_a_batir'
            else 'autre'
        end as famille,
        case when bati.locaux_activite > 0 then bati.surface_activite else terrain.surface_a_batir end as surface_m2,
    from mutation
    inner join prix using (mutation)
    left join bati using (mutation)
    left join terrain using (mutation)
)

select
    classee.*,
    valeur / nullif(surface_m2, 0) as prix_m2,
    case
        when famille = 'autre' then 'hors_champ'
        when date_mutation is null or date_mutation not between fenetre.date_debut and fenetre.date_fin then 'hors_fenetre'
        when nature_mutation not in ('Vente', 'Vente terrain à bâtir') then 'autre_nature_de_mutation'
        when famille = 'local_activite' and nature_mutation <> 'Vente' then 'autre_nature_de_mutation'
        when communes <> 1 then 'plusieurs_communes'
        when famille = 'local_activite' and logements > 0 then 'avec_logement'
        when famille = 'terrain_a_batir' and sols > sols_a_batir then 'autre_nature_de_sol'
        when est_prix_incoherent then 'prix_incoherent'
        when valeur is null or valeur <= 0 then 'sans_prix'
        when surface_m2 is null or surface_m2 <= 0 then 'sans_surface'
        when famille = 'terrain_a_batir' and surface_m2 < 100 then 'moins_de_100_m2'
        -- Bornes larges, choisies ici : dehors, prix symbolique, surface fausse ou lot mêlé à d'autres biens.
        when famille = 'local_activite' and prix_m2 not between 20 and 20000 then 'prix_invraisemblable'
        when famille = 'terrain_a_batir' and prix_m2 not between 1 and 5000 then 'prix_invraisemblable'
    end as motif_exclusion,
from classee
cross join core.fenetre_dvf as fenetre

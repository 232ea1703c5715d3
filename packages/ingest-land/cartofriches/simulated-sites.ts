/**
 * Select of the sites of the simulated inventory: about 28 000, more where there are jobs in industry; `coordinates` is
 * a relation of commune centres. As in life: codes that lost their zero, spellings that vary, land units that two sites
 * share. Never in the home département.
 */
export const simulatedSites = (coordinates: string): string => `
with domicile as (
    select distinct commune.code_departement
    from world.commune as commune
    join calibration.domicile as domicile on domicile.code_epci = commune.code_epci
),
industrie as (
    select code_commune, sum(effectif_2006) as effectif
    from world.emploi_commune_ape_large
    where left(code_ape, 2) between '10' and '33'
    group by code_commune
),
commune as (
    select
        commune.code_commune,
        commune.nom_commune,
        commune.code_departement not in (select code_departement from domicile) as est_ailleurs,
        cast(floor(
            (0.01 + 0.032 * pow(commune.population, 0.45) + 0.02 * pow(coalesce(industrie.effectif, 0), 0.6))
            * dispersion(commune.code_commune, 'friche/nombre', 1.2) + tirage(commune.code_commune, 'friche/arrondi')
        ) as integer) as sites,
        cast(centre.longitude as double) as longitude,
        cast(centre.latitude as double) as latitude
    from world.commune as commune
    left join industrie using (code_commune)
    left join ${coordinates} as centre on centre.code_commune = commune.code_commune
),
rangee as (
    select
        *,
        unnest(range(1, sites + 1)) as rang
    from commune
),
site as (
    select
        *,
        row_number() over (order by code_commune, rang) as ordre
    from rangee
),
tire as (
    select
        *,
        'S' || ordre as cle,
        tirage('S' || ordre, 'friche/statut') as au_statut,
        tirage('S' || ordre, 'friche/type') as au_type,
        tirage('S' || ordre, 'friche/salete') as a_la_salete,
        -- Un second site sur l'unité foncière du premier de la commune.
        if(rang = 2 and est_ailleurs and tirage('S' || ordre, 'friche/partage') < 0.05, 1, rang) as unite
    from site
),
statue as (
    select
        *,
        case
            when au_statut < 0.58 then 'friche potentielle'
            when au_statut < 0.78 then 'friche sans projet'
            when au_statut < 0.96 then 'friche avec projet'
            else 'friche reconvertie'
        end as site_statut,
        (date '2026-04-01' - cast(1800 * tirage(cle, 'friche/date') as integer))::date as actualisation
    from tire
)
select
    ordre,
    code_commune || '_' || ordre as site_id,
    'Friche simulée ' || ordre || if(est_ailleurs and a_la_salete < 0.02, ' ; dite « l''"ancienne" »', '') as site_nom,
    case
        when au_type < 0.8 then 'inconnu'
        when au_type < 0.88 then 'friche industrielle'
        when au_type < 0.92 then if(est_ailleurs and a_la_salete > 0.9, 'friche d’habitation', 'friche d''habitat')
        when au_type < 0.95 then 'friche commerciale'
        when au_type < 0.97 then 'friche logistique'
        when au_type < 0.98 then 'friche ferroviaire'
        else if(est_ailleurs and a_la_salete > 0.9, 'friche loisir tourisme hotellerie', 'mixte')
    end as site_type,
    strftime(actualisation - 400, '%d/%m/%Y') as site_identif_date,
    strftime(actualisation, '%d/%m/%Y') as site_actu_date,
    'inconnu' as site_securite,
    'inconnu' as site_occupation,
    site_statut,
    upper(strip_accents(nom_commune)) as comm_nom,
    if(est_ailleurs and a_la_salete < 0.5, ltrim(code_commune, '0'), code_commune) as comm_insee,
    'inconnu' as bati_type,
    'inconnu' as bati_pollution,
    'inconnu' as bati_vacance,
    'inconnu' as bati_etat,
    'inconnu' as proprio_personne,
    case
        when site_statut = 'friche potentielle' then 'inconnu'
        when tirage(cle, 'friche/sol') < 0.1 then 'pollution avérée'
        when tirage(cle, 'friche/sol') < 0.25 then 'pollution peu probable'
        else 'inconnu'
    end as sol_pollution_existe,
    cast(round(30000 * dispersion(code_commune || unite, 'friche/surface', 1.5)) as bigint) as unite_fonciere_surface,
    if(unite <> rang,
        code_commune || '000ZZ' || lpad(cast(2 * unite as varchar), 4, '0') || '|' || code_commune || '000ZZ' || lpad(cast(2 * unite - 1 as varchar), 4, '0'),
        code_commune || '000ZZ' || lpad(cast(2 * unite - 1 as varchar), 4, '0') || '|' || code_commune || '000ZZ' || lpad(cast(2 * unite as varchar), 4, '0')
    ) as unite_fonciere_refcad,
    'U' as urba_zone_type,
    'PLU' as urba_doc_type,
    'Simulation' as source_nom,
    'Simulation' as source_producteur,
    'POINT ('
        || round(longitude + 0.012 * ecart(cle, 'friche/est'), 6) || ' '
        || round(latitude + 0.006 * ecart(cle, 'friche/nord'), 6) || ')' as geompoint
from statue
`;

-- Territoire affiché. Une ligne par niveau × code_territoire ; `simule` : sa liste de communes vient d'un fichier simulé.
with
nom as (
    select
        'commune' as niveau,
        code_commune as code_territoire,
        nom_commune as nom,
        tncc,
        false as simule,
    from core.commune
    union all
    select
        'epci' as niveau,
        code_epci as code_territoire,
        nom_epci as nom,
        null as tncc,
        false as simule,
    from staging.decoupage__epci
    union all
    select
        'ti' as niveau,
        code_territoire,
        nom,
        null as tncc,
        false as simule,
    from staging.perimetre__territoire
    union all
    select
        'zone_emploi' as niveau,
        code_zone as code_territoire,
        nom_zone as nom,
        null as tncc,
        est_simulee as simule,
    from staging.zones_emploi__zone
    where niveau = 'ZE2020'
    union all
    select
        'departement' as niveau,
        code_departement as code_territoire,
        nom_departement as nom,
        tncc,
        false as simule,
    from staging.decoupage__departement
    union all
    select
        'region' as niveau,
        code_region as code_territoire,
        nom_region as nom,
        tncc,
        false as simule,
    from staging.decoupage__region
    union all
    select
        'france' as niveau,
        'FR' as code_territoire,
        'France' as nom,
        null as tncc,
        false as simule,
    union all
    select distinct
        'autre_ti' as niveau,
        id_ti as code_territoire,
        nom_ti as nom,
        null as tncc,
        est_simule as simule,
    from staging.territoires_industrie__commune
)

select
    appartenance.niveau,
    appartenance.code_territoire,
    coalesce(any_value(nom.nom), any_value(appartenance.code_territoire)) as nom,
    any_value(nom.tncc)::integer as tncc,
    count(*)::integer as communes,
    coalesce(bool_or(nom.simule), false) as simule,
from core.appartenance as appartenance
left join nom using (niveau, code_territoire)
group by all

/**
 * Select of the rows of the commune × APE file, as the simulated world gives them. One row per commune × APE, plus a few
 * duplicates. As in life: one commune under a code from before its merger, unknown first years, repeated rows.
 * Not a `.sql` file: every `.sql` of a source's folder is taken for a model.
 */
export const simulatedRows = `
with departement_domicile as (
    select distinct commune.code_departement
    from world.commune as commune
    join calibration.domicile as domicile on domicile.code_epci = commune.code_epci
),
ancien_code as (
    select
        ancienne.code_commune,
        ancienne.code_ancien,
        ancienne.nom_ancien
    from world.commune_ancienne as ancienne
    join world.commune as commune on commune.code_commune = ancienne.code_commune
    where
        ancienne.mod = '32'
        and commune.population > 1000
        and commune.code_departement not in (select code_departement from departement_domicile)
    order by tirage(ancienne.code_ancien, 'urssaf/ancien code')
    limit 1
),
commune as (
    select
        commune.code_commune as code,
        region.nom as region,
        departement.nom_ancienne_region as ancienne_region,
        departement.nom as departement,
        commune.code_zone_emploi || ' ' || commune.libelle_zone_emploi as zone_d_emploi,
        epci.nom as epci,
        coalesce(ancien_code.nom_ancien, commune.nom_commune) as commune,
        coalesce(ancien_code.code_ancien, commune.code_commune) as code_commune,
        commune.code_region,
        departement.code_ancienne_region,
        commune.code_departement,
        commune.code_zone_emploi as code_zone_d_emploi,
        commune.code_epci,
        commune.code_departement not in (select code_departement from departement_domicile) as est_ailleurs
    from world.commune as commune
    join world.departement as departement on departement.code = commune.code_departement
    join world.region as region on region.code = commune.code_region
    left join world.epci as epci on epci.code = commune.code_epci
    left join ancien_code on ancien_code.code_commune = commune.code_commune
),
ape as (
    select
        code_ape as code,
        case grand_secteur
            when 'industrie' then 'GS1 Industrie'
            when 'construction' then 'GS2 Construction'
            when 'commerce' then 'GS3 Commerce'
            when 'hotellerie_restauration' then 'GS4 Hôtellerie-restauration'
            when 'autres_services' then 'GS5 Autres services marchands hors intérim'
            when 'interim' then 'GS6 Intérim'
            when 'non_marchand' then 'GS7 Services non marchands'
        end as grand_secteur_d_activite,
        a17 || ' ' || libelle_a17 as secteur_na17,
        a38 || ' ' || libelle_a38 as secteur_na38,
        division || ' ' || libelle_division as secteur_na88,
        replace(code_ape, '.', '') as code_ape,
        replace(code_ape, '.', '') || ' ' || libelle as ape
    from world.ape
),
emploi as (
    select
        * exclude (code_commune, code_ape),
        code_commune as commune_emploi,
        code_ape as ape_emploi,
        tirage(code_commune || code_ape, 'urssaf/vide') < 0.00003 as est_lacunaire,
        tirage(code_commune || code_ape, 'urssaf/doublon') < 0.000002 as est_repetee
    from world.emploi_commune_ape_large
)
select
    commune.* exclude (code, est_ailleurs),
    commune.code_commune || ' ' || commune.commune as intitule_commune,
    ape.* exclude (code),
    emploi.* exclude (commune_emploi, ape_emploi, est_lacunaire, est_repetee),
    emploi.est_lacunaire and commune.est_ailleurs as est_lacunaire,
    unnest(range(if(emploi.est_repetee and commune.est_ailleurs, 2, 1))) as exemplaire
from emploi
join commune on commune.code = emploi.commune_emploi
join ape on ape.code = emploi.ape_emploi
`;

import {censusLevels, censusPlaces} from "../src/simulated-census.ts";

/**
 * Rows of the simulated file: private jobs of the world, plus public and non-salaried ones that follow the population.
 * Sexes are given everywhere, ages and part time above the commune: whoever forgets a total counts twice.
 */
export const simulatedRows = `
with place as (${censusPlaces}),
prive as (
    select
        code_commune,
        cast(right(unnest(struct_keys(struct_pack(*columns('^effectif_\\d{4}$')))), 4) as integer) as annee,
        unnest([*columns('^effectif_\\d{4}$')]) as effectif
    from (
        select code_commune, sum(columns('^(effectif_\\d{4})$')) as '\\1'
        from world.emploi_commune_ape_large
        group by code_commune
    )
),
emploi as (
    select
        place.*,
        place.pmun * 0.07 * dispersion(place.code_commune, 'rp/public', 0.5)
            + coalesce(prive.effectif, 0) as salaries,
        place.pmun * 0.062 * dispersion(place.code_commune, 'rp/independants', 0.3) as independants,
        0.42 + 0.1 * tirage(place.code_commune, 'rp/femmes') as part_femmes
    from place
    left join prive on prive.code_commune = place.code_commune and prive.annee = place.annee
),
forme as (
    select *, '2' as forme_emploi, salaries as emplois from emploi
    union all
    select *, '1', independants from emploi
    union all
    select *, '_T', salaries + independants from emploi
),
croisement as (
    from (values
        ('_T', '_T', '_T', true), ('F', '_T', '_T', true), ('M', '_T', '_T', true),
        ('_T', 'PT', '_T', false), ('_T', '_T', 'Y15T24', false), ('_T', '_T', 'Y25T54', false), ('_T', '_T', 'Y_GE55', false)
    ) as t(sexe, temps_travail, age, est_commune)
),
cellule as (
    select
        code_commune, code_departement, code_region, annee, est_secrete, forme_emploi, sexe, temps_travail, age,
        croisement.est_commune and (sexe = '_T' or (forme_emploi = '_T' and annee = (select max(annee) from place)))
            as est_publiee_commune,
        emplois
            * case sexe when 'F' then part_femmes when 'M' then 1 - part_femmes else 1 end
            * if(temps_travail = 'PT', 0.17, 1)
            * case age when 'Y15T24' then 0.09 when 'Y25T54' then 0.73 when 'Y_GE55' then 0.18 else 1 end as valeur
    from forme
    cross join croisement
),
niveau as (${censusLevels(["forme_emploi", "sexe", "temps_travail", "age"])})
select
    geo as "GEO",
    geo_object as "GEO_OBJECT",
    forme_emploi as "EMPFORM",
    sexe as "SEX",
    temps_travail as "WKTIME",
    age as "AGE",
    'NBEMP' as "RP_MEASURE",
    'A' as "FREQ",
    if(est_secrete, 'K', 'A') as "OBS_STATUS",
    annee as "TIME_PERIOD",
    if(est_secrete, null, round(valeur, 4)) as "OBS_VALUE"
from niveau
order by all`;

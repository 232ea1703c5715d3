import {censusLevels, censusPlaces} from "../src/simulated-census.ts";

/**
 * Rows of the simulated file: residents of 15 or more by activity, from the population of the world. Two ages
 * everywhere, diplomas and sexes above the commune: whoever forgets a total counts twice.
 */
export const simulatedRows = `
with place as (${censusPlaces}),
actif as (
    select
        *,
        pmun * 0.82 as habitants_15,
        pmun * (0.418 + 0.045 * tirage(code_commune, 'rp/actifs')) as actifs_occupes,
        pmun * 0.045 * dispersion(code_commune, 'rp/chomage', 0.35) as chomeurs
    from place
),
situation as (
    select *, '1' as situation, actifs_occupes as personnes from actif
    union all
    select *, '2', chomeurs from actif
    union all
    select *, '1T2', actifs_occupes + chomeurs from actif
    union all
    select *, '_T', habitants_15 from actif
),
croisement as (
    from (values
        ('_T', 'Y_GE15', '_T', true), ('_T', 'Y15T64', '_T', true), ('F', 'Y_GE15', '_T', false), ('M', 'Y_GE15', '_T', false),
        ('_T', 'Y15T64', '001T100_RP', false), ('_T', 'Y15T64', '700_RP', false)
    ) as t(sexe, age, diplome, est_commune)
),
cellule as (
    select
        code_commune, code_departement, code_region, annee, est_secrete, situation, sexe, age, diplome,
        croisement.est_commune and (age = 'Y_GE15' or annee = (select max(annee) from place)) as est_publiee_commune,
        personnes
            * if(age = 'Y15T64', 0.97, 1)
            * case sexe when 'F' then 0.485 when 'M' then 0.515 else 1 end
            * case diplome when '001T100_RP' then 0.14 when '700_RP' then 0.16 else 1 end as valeur
    from situation
    cross join croisement
),
niveau as (${censusLevels(["situation", "sexe", "age", "diplome"])})
select
    geo as "GEO",
    geo_object as "GEO_OBJECT",
    sexe as "SEX",
    situation as "EMPSTA_ENQ",
    age as "AGE",
    diplome as "EDUC",
    'POP' as "RP_MEASURE",
    'A' as "FREQ",
    if(est_secrete, 'K', 'A') as "OBS_STATUS",
    annee as "TIME_PERIOD",
    if(est_secrete, null, round(valeur, 4)) as "OBS_VALUE"
from niveau
order by all`;

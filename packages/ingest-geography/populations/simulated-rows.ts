/**
 * Rows of the simulated file, as a select over `world.*`: the municipal population of communes every year, the two
 * other measures the last year, and the higher levels that readers of the real file must leave aside.
 */
export const simulatedRows = `
with commune as (
    select
        annuelle.code_commune,
        commune.code_epci,
        commune.code_departement,
        commune.code_region,
        annuelle.annee,
        annuelle.pmun,
        annuelle.annee = max(annuelle.annee) over () as est_derniere
    from world.population_annuelle as annuelle
    join world.commune as commune using (code_commune)
),
mesure as (
    select code_commune as geo, 'COM' as geo_object, 'PMUN' as mesure, annee, pmun as valeur from commune
    union all
    select code_commune, 'COM', 'PCAP', annee, pmun // 70 from commune where est_derniere
    union all
    select code_commune, 'COM', 'PTOT', annee, pmun + pmun // 70 from commune where est_derniere
    union all
    select code_epci, 'EPCI', 'PMUN', annee, sum(pmun) from commune where code_epci is not null group by all
    union all
    select code_departement, 'DEP', 'PMUN', annee, sum(pmun) from commune group by all
    union all
    select code_region, 'REG', 'PMUN', annee, sum(pmun) from commune group by all
    union all
    select 'F', 'FRANCE', 'PMUN', annee, sum(pmun) from commune group by all
)
select
    geo as "GEO",
    geo_object as "GEO_OBJECT",
    mesure as "POPREF_MEASURE",
    'A' as "OBS_STATUS",
    annee as "TIME_PERIOD",
    valeur as "OBS_VALUE"
from mesure
order by all`;

/**
 * Selects shared by the two SIDE files: they count the same register as the simulated SIRENE, agriculture and
 * establishments born of a transfer aside. Not a `.sql` file: every `.sql` of a source's folder is taken for a model.
 */

/** Years of the simulated stocks and creations, first and last: fewer than the producer's, to stay light. */
export const demographyYears = {stocks: [2017, 2023], creations: [2018, 2025]} as const;

/** Which establishments of the world count in a year, as a condition on a row of `world.etablissement_sirene`. */
export type CountIn = (year: number) => string;

/** Establishments of the register by commune, A10 sector and year, zeros included: one pass, then one row a year. */
export function countByYear([first, last]: readonly [number, number], isCounted: CountIn): string {
  const years = Array.from({length: last - first + 1}, (_, index) => first + index);
  const counts = years.map((year) => `count(*) filter (${isCounted(year)}) as "${year}"`);
  return `
select
    code_commune,
    a10,
    cast(unnest([${years.join(", ")}]) as integer) as annee,
    unnest([${years.map((year) => `"${year}"`).join(", ")}]) as valeur
from (
    select
        registre.code_commune,
        case
            when ape.a17 in ('DE', 'C1', 'C2', 'C3', 'C4', 'C5') then 'BE'
            when ape.a17 in ('GZ', 'HZ', 'IZ') then 'GI'
            else ape.a17
        end as a10,
        ${counts.join(",\n        ")}
    from world.etablissement_sirene as registre
    join world.ape as ape on ape.code_ape = registre.code_ape
    where ape.a17 <> 'AZ'
    group by all
)`;
}

/**
 * Rows of the file from `cellule(code_commune, a10, annee, valeur)`: totals, levels, legal forms above the commune. As
 * INSEE does, a sector without any is not written, the total of a commune always is.
 */
export const demographyRows = (measure: string): string => `
secteur as (
    select
        commune.code_commune,
        cellule.a10,
        annee.annee,
        coalesce(cellule.valeur, 0) as valeur,
        commune.code_departement,
        commune.code_region
    from world.commune as commune
    cross join (select distinct annee from cellule) as annee
    left join cellule
        on cellule.code_commune = commune.code_commune
        and cellule.annee = annee.annee
        and cellule.valeur > 0
),
total as (
    select * from secteur where valeur > 0
    union all
    select code_commune, '_T', annee, cast(sum(valeur) as bigint), code_departement, code_region from secteur group by all
),
haut as (
    select code_departement as geo, 'DEP' as geo_object, a10, annee, sum(valeur) as valeur from total group by all
    union all
    select code_region, 'REG', a10, annee, sum(valeur) from total group by all
    union all
    select 'F', 'FRANCE', a10, annee, sum(valeur) from total group by all
),
niveau as (
    select code_commune as geo, 'COM' as geo_object, a10, annee, '_T' as forme_juridique, valeur from total
    union all
    select geo, geo_object, a10, annee, '_T', valeur from haut
    union all
    select geo, geo_object, a10, annee, '10', valeur - valeur // 3 from haut
    union all
    select geo, geo_object, a10, annee, '54', valeur // 3 from haut
)
select
    geo as "GEO",
    geo_object as "GEO_OBJECT",
    a10 as "ACTIVITY",
    forme_juridique as "LEGAL_FORM",
    '${measure}' as "SIDE_MEASURE",
    'A' as "FREQ",
    annee as "TIME_PERIOD",
    'A' as "OBS_STATUS",
    valeur as "OBS_VALUE"
from niveau
order by all`;

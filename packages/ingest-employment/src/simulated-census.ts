/**
 * Selects shared by the two census files, so that jobs and residents come from one place. As in life: years five apart,
 * weighted decimals, no Mayotte, and a few cells not diffused, away from home. Not a `.sql` file: every `.sql` of a
 * source's folder is taken for a model.
 */

/** Years of the simulated census, the last being the edition: none of them is in a model. */
export const censusYears: readonly number[] = [2012, 2017, 2023];

/** Places and years with their population, and whether INSEE diffuses the cell. */
export const censusPlaces = `
select
    commune.code_commune,
    commune.code_departement,
    commune.code_region,
    annuelle.annee,
    annuelle.pmun,
    annuelle.pmun < 120
        and tirage(commune.code_commune || annuelle.annee, 'rp/secret') < 0.0015
        and commune.code_departement not in (
            select code_departement from world.commune
            semi join calibration.domicile as domicile on domicile.code_epci = world.commune.code_epci
        ) as est_secrete
from world.population_annuelle as annuelle
join world.commune as commune using (code_commune)
where annuelle.annee in (${censusYears.join(", ")}) and commune.code_departement <> '976'`;

/** Rows of one place at every level it belongs to; `valeur` is summed, a cell not diffused included. */
export const censusLevels = (columns: readonly string[]): string => {
  const list = columns.join(", ");
  const above = (code: string, level: string) =>
    `select ${code} as geo, '${level}' as geo_object, ${list}, annee, sum(valeur) as valeur, false as est_secrete from cellule group by all`;
  return `
    select code_commune as geo, 'COM' as geo_object, ${list}, annee, valeur, est_secrete from cellule where est_publiee_commune
    union all ${above("code_departement", "DEP")}
    union all ${above("code_region", "REG")}
    union all ${above("'F'", "FRANCE")}`;
};

import {DataError, type OpenedFile} from "@observatoire/catalog";

/** The last year of the column families: the file counts at 31 December. Throws DRIFT_MISSING when there is none. */
export function readVintage({name, periods}: OpenedFile): {vintage: string; vintageDate: string} {
  const year = periods.at(-1);
  if (year === undefined) {
    throw new DataError("DRIFT_MISSING", {
      where: name,
      expected: "des colonnes « effectifs_salaries_AAAA »",
      found: "aucune année",
      action: "vérifier que c'est bien l'export commune × APE de l'Urssaf"
    });
  }
  return {vintage: `31 décembre ${year}`, vintageDate: `${year}-12-31`};
}

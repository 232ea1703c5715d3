import {DataError, type OpenedFile, type Vintage} from "@observatoire/catalog";

/**
 * Reads the last year of a Melodi file, dated as its source counts: census and populations at 1 January, stocks and
 * flows at 31 December. Throws DRIFT_MISSING when the file has no year.
 */
export function melodiVintage(day: "01-01" | "12-31"): (file: OpenedFile) => Promise<Vintage> {
  const label = day === "01-01" ? "1er janvier" : "31 décembre";
  return async ({name, max}) => {
    const year = await max("annee");
    if (year === null || !/^\d{4}$/.test(year)) {
      throw new DataError("DRIFT_MISSING", {
        where: name,
        expected: "une année dans « TIME_PERIOD »",
        found: year ?? "aucune",
        action: "vérifier que c'est bien le fichier « _data.csv » de Melodi"
      });
    }
    return {vintage: `${label} ${year}`, vintageDate: `${year}-${day}`};
  };
}

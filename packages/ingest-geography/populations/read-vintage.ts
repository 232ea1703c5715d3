import {DataError, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** "2023" : the last year of the file. Throws DRIFT_MISSING when it has none. */
export async function readVintage({name, max}: OpenedFile): Promise<Vintage> {
  const year = await max("time_period");
  if (year === null || !/^\d{4}$/.test(year)) {
    throw new DataError("DRIFT_MISSING", {
      where: name,
      expected: "une année dans « TIME_PERIOD »",
      found: year ?? "aucune",
      action: "vérifier que c'est bien le fichier « _data.csv » des populations de référence"
    });
  }
  return {vintage: `1er janvier ${year}`, vintageDate: `${year}-01-01`};
}

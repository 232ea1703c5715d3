import {DataError, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** "COG 2026", from the producer's file name, else from the year of the last event. Throws DRIFT_MISSING. */
export async function readVintage({name, max}: OpenedFile): Promise<Vintage> {
  const year = /(\d{4})/.exec(name)?.[1] ?? (await max("date_effet"))?.slice(0, 4);
  if (year === undefined) {
    throw new DataError("DRIFT_MISSING", {
      where: name,
      expected: "une année dans le nom du fichier ou une date d'effet",
      found: "ni l'une ni l'autre",
      action: "vérifier que c'est bien la liste des événements survenus aux communes"
    });
  }
  return {vintage: `COG ${year}`, vintageDate: `${year}-01-01`};
}

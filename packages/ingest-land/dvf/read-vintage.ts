import {DataError, formatDate, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** The date of the last sale of the file. Throws TYPE when no date reads as AAAA-MM-JJ. */
export async function readVintage({name, max}: OpenedFile): Promise<Vintage> {
  const last = (await max("date_mutation")) ?? "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(last)) {
    throw new DataError("TYPE", {
      where: name,
      expected: "des dates de mutation de la forme AAAA-MM-JJ",
      found: last === "" ? "aucune date" : `« ${last} »`,
      action: "vérifier que c'est bien un fichier DVF géolocalisé"
    });
  }
  return {vintage: formatDate(last), vintageDate: last};
}

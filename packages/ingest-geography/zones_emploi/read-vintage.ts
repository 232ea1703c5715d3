import {DataError, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** "COG 2025", the geography of the table, from the producer's file name. Throws DRIFT_MISSING when it bears none. */
export function readVintage({name, header}: OpenedFile): Vintage {
  const year = /(20\d{2})/.exec(name)?.[1];
  if (year === undefined) {
    throw new DataError("DRIFT_MISSING", {
      where: name,
      expected:
        "l'année de la géographie dans le nom du fichier, « table-appartenance-geo-communes-2025.zip »",
      found: `un nom sans année (${header.length} colonnes)`,
      action: "rendre au fichier le nom que lui donne l'Insee"
    });
  }
  return {vintage: `COG ${year}`, vintageDate: `${year}-01-01`};
}

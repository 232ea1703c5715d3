import {DataError, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** Year of the COG of version 0 of the package: versions 3, 4, 5 and 6 hold the COG 2023 to 2026. */
const yearOfVersionZero = 2020;

/** "COG 2026" for version 6.x. Throws DRIFT_MISSING when the version is not known. */
export function readVintage({name, version}: OpenedFile): Vintage {
  const major = Number(/^(\d+)\./.exec(version ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(major)) {
    throw new DataError("DRIFT_MISSING", {
      where: name,
      expected: "la version du paquet @etalab/decoupage-administratif",
      found: version ?? "aucune version",
      action: "lancer « npm ci », et ne pas fournir ce fichier à la main"
    });
  }
  const year = yearOfVersionZero + major;
  return {vintage: `COG ${year}`, vintageDate: `${year}-01-01`};
}

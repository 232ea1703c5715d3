import {formatDate, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** The year of the file's name; without one, the date of its last change. */
export function readVintage({name, lastModified, collectedAt}: OpenedFile): Vintage {
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1];
  if (year !== undefined) return {vintage: year, vintageDate: `${year}-01-01`};
  const date = new Date(lastModified ?? collectedAt).toISOString().slice(0, 10);
  return {vintage: `fichier du ${formatDate(date)}`, vintageDate: date};
}

import {formatDate, type OpenedFile, type Vintage} from "@observatoire/catalog";

/** The list bears no date: the one of its name, else of its last change at the producer's, else of its collection. */
export function readVintage({name, lastModified, collectedAt}: OpenedFile): Vintage {
  const [, year, month, day] = /(20\d{2})-?(\d{2})-?(\d{2})/.exec(name) ?? [];
  const date =
    year === undefined
      ? new Date(lastModified ?? collectedAt).toISOString().slice(0, 10)
      : `${year}-${month}-${day}`;
  return {vintage: `liste du ${formatDate(date)}`, vintageDate: date};
}

import {formatDate, type OpenedFile, type Vintage} from "@observatoire/catalog";

/**
 * Date of the image: no column holds it. The last processing that the file knows (`column`), unless it is after the file
 * itself, which then bounds it; a file without such a column is dated by `readMonthBefore`.
 */
export async function readImageDate(opened: OpenedFile, column: string): Promise<Vintage> {
  const known = fileDate(opened);
  const last = (await opened.max(column))?.slice(0, 10) ?? null;
  const isDate = last !== null && /^\d{4}-\d{2}-\d{2}$/.test(last);
  return asVintage(isDate && last < known ? last : known);
}

/** The last day of the month before the file: INSEE publishes on the 1st the image of that day. */
export function readMonthBefore(opened: OpenedFile): Vintage {
  const date = new Date(`${fileDate(opened).slice(0, 7)}-01T00:00:00Z`);
  date.setUTCDate(0);
  return asVintage(date.toISOString().slice(0, 10));
}

/** Day of the file as its server or its folder dates it, else of its collection. */
export function fileDate({lastModified, collectedAt}: OpenedFile): string {
  return new Date(lastModified ?? collectedAt).toISOString().slice(0, 10);
}

const asVintage = (date: string): Vintage => ({vintage: formatDate(date), vintageDate: date});

import {formatDate, type OpenedFile, type Vintage} from "@observatoire/catalog";
import {fileDate} from "../src/read-image-date.ts";

/** Day of the file itself, published around the 21st: nothing inside says a date. */
export function readVintage(opened: OpenedFile): Vintage {
  const date = fileDate(opened);
  return {vintage: `fichier du ${formatDate(date)}`, vintageDate: date};
}

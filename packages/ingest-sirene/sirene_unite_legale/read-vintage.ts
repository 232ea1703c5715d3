import type {OpenedFile, Vintage} from "@observatoire/catalog";
import {readImageDate} from "../src/read-image-date.ts";

/** Day of the image: the last processing told by `date_dernier_traitement`, bounded by the date of the file. */
export const readVintage = (opened: OpenedFile): Promise<Vintage> =>
  readImageDate(opened, "date_dernier_traitement");

import type {OpenedFile, Vintage} from "@observatoire/catalog";
import {readMonthBefore} from "../src/read-image-date.ts";

/** Last day of the month before the file: it has no date of processing, and its periods may start in the future. */
export const readVintage = (opened: OpenedFile): Vintage => readMonthBefore(opened);

import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {source} from "./source.ts";

/** Shapes of the communes. Not simulated: an invented shape would be a false map, so the demo draws a cartogram. */
export const contours: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate: null
};

import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** Which establishment took over from which, INSEE's StockEtablissementLiensSuccession. */
export const sireneSuccession: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate
};

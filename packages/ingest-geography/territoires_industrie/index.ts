import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** National list of the Territoires d'industrie, ANCT. */
export const territoiresIndustrie: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate
};

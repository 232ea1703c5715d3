import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** Zones d'emploi 2020 of communes, INSEE. */
export const zonesEmploi: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate
};

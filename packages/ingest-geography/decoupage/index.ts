import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {source} from "./source.ts";

/** Communes, EPCIs, départements and régions, from an npm package: real in the demo too, so never simulated. */
export const decoupage: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate: null
};

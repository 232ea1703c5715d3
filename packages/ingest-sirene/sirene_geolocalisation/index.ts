import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** Point of each establishment, INSEE's GeolocalisationEtablissement. */
export const sireneGeolocalisation: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate
};

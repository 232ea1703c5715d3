import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {melodiVintage} from "../src/melodi-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** Activity of residents, census. */
export const rpEmploiLr: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage: melodiVintage("01-01"),
  simulate
};

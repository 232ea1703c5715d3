import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {readVintage} from "./read-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** Events that happened to communes since 1943, INSEE. */
export const cog: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage,
  simulate
};

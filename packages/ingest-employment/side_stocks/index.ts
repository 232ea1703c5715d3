import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {melodiVintage} from "../src/melodi-vintage.ts";
import {simulate} from "./simulate.ts";
import {source} from "./source.ts";

/** Stocks of establishments, SIDE. */
export const sideStocks: SourceModule = {
  source,
  directory: fileURLToPath(new URL(".", import.meta.url)),
  readVintage: melodiVintage("12-31"),
  simulate
};

import type {SourceModule} from "@observatoire/catalog";
import {modules as employment} from "@observatoire/ingest-employment";
import {modules as geography} from "@observatoire/ingest-geography";
import {modules as land} from "@observatoire/ingest-land";
import {modules as sirene} from "@observatoire/ingest-sirene";

/** The registry: every source of every room. A new room is one line here, a new source none. */
export const modules: readonly SourceModule[] = [...geography, ...employment, ...sirene, ...land];

/** Declarations alone. */
export const sources = modules.map(({source}) => source);

import type {SourceModule} from "@observatoire/catalog";
import {urssaf} from "../urssaf/index.ts";

/** The sources of this room, as the pipeline gathers them. */
export const modules: readonly SourceModule[] = [urssaf];

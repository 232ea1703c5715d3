import type {SourceModule} from "@observatoire/catalog";
import {cartofriches} from "../cartofriches/index.ts";
import {dvf} from "../dvf/index.ts";
import {enaf} from "../enaf/index.ts";

/** The sources of this room, as the pipeline gathers them. */
export const modules: readonly SourceModule[] = [enaf, cartofriches, dvf];

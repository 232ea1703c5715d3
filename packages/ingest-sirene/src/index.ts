import type {SourceModule} from "@observatoire/catalog";

/** The sources of this room, as the pipeline gathers them. */
export const modules: readonly SourceModule[] = [];

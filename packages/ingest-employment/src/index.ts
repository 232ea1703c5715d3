import type {SourceModule} from "@observatoire/catalog";
import {rpEmploiLr} from "../rp_emploi_lr/index.ts";
import {rpEmploiLt} from "../rp_emploi_lt/index.ts";
import {sideCreations} from "../side_creations/index.ts";
import {sideStocks} from "../side_stocks/index.ts";
import {urssaf} from "../urssaf/index.ts";

/** The sources of this room, as the pipeline gathers them. */
export const modules: readonly SourceModule[] = [urssaf, rpEmploiLt, rpEmploiLr, sideCreations, sideStocks];

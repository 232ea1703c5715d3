import {fileURLToPath} from "node:url";
import type {SourceModule} from "@observatoire/catalog";
import {cog} from "../cog/index.ts";
import {contours} from "../contours/index.ts";
import {decoupage} from "../decoupage/index.ts";
import {populations} from "../populations/index.ts";
import {territoiresIndustrie} from "../territoires_industrie/index.ts";
import {zonesEmploi} from "../zones_emploi/index.ts";

export {readContours} from "../contours/read-contours.ts";
export {parseTerritoire} from "./parse-territoire.ts";
export {type Decoupage, readDecoupage} from "./read-decoupage.ts";
export {readTerritoiresIndustrie} from "./read-territoires-industrie.ts";
export {type CommuneTerritoireIndustrie, type Geographie, resolvePerimetre} from "./resolve-perimetre.ts";
export type {Perimetre, PerimetreDeclare, Territoire} from "./territoire.ts";

/** Sources of geography. `decoupage` first: it is real, and the frame of all the others. */
export const modules: readonly SourceModule[] = [
  decoupage,
  cog,
  territoiresIndustrie,
  zonesEmploi,
  populations,
  contours
];

/** Folders of staging SQL that belong to no source: the perimeter, which the pipeline loads itself. */
export const stagingRoots: readonly string[] = [fileURLToPath(new URL("../perimetre", import.meta.url))];

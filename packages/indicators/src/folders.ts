import {fileURLToPath} from "node:url";
import type {ModelRoot} from "@observatoire/warehouse";

const models = fileURLToPath(new URL("../models", import.meta.url));

/** Folders of models for the runner (`readModels`): `core`, `indicator` and `mart`. */
export const modelRoots: readonly ModelRoot[] = [{directory: models}];

/** Folders of checks for `readChecks`. */
export const checkRoots: readonly string[] = [fileURLToPath(new URL("../checks", import.meta.url))];

/** Folder of the declarations, beside their SQL and their tests. */
export const indicatorFolder = fileURLToPath(new URL("../models/indicator", import.meta.url));

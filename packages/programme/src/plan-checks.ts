import {fileURLToPath} from "node:url";

/** Folder of the SQL promises on `derived.*`. */
export const planChecks = fileURLToPath(new URL("../checks", import.meta.url));

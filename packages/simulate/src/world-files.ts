import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** Folder of the world: `<schema>/<relation>.sql`, one select each, and its calibration tables. */
export const worldDirectory = fileURLToPath(new URL("../world/", import.meta.url));

/** NAF divisions and their groupings, from the root of the repository. */
export const divisionFile = "data/reference/naf_division.csv";

/** Centres of the home communes, from the root of the repository. */
export const coordinatesFile = "data/reference/communes_coordonnees.csv";

/** Text of a file of the world, by its path inside `world/`. */
export function readWorldFile(path: string): string {
  return readFileSync(join(worldDirectory, path), "utf8");
}

/**
 * Twelve hexadecimal digits that change with the world's SQL, its calibration or what it reads of
 * `data/reference/`: files simulated under another version are stale.
 */
export async function worldVersion(projectRoot: string): Promise<string> {
  const paths = readdirSync(worldDirectory, {recursive: true, encoding: "utf8"})
    .filter((path) => /\.(sql|csv)$/.test(path))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\0${readWorldFile(path)}\0`);
  for (const path of [divisionFile, coordinatesFile])
    hash.update(readFileSync(join(projectRoot, path), "utf8"));
  return hash.digest("hex").slice(0, 12);
}

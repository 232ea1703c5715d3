import {existsSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {listFiles} from "@observatoire/collect";

/** A file of the drop folder, as it was when the folder was read. */
export interface DepotFile {
  /** Relative to the folder. */
  path: string;
  bytes: number;
  modifiedMs: number;
}

const noteSuffix = ".refus.txt";
const sorted = /^(pris|ecartes)[/\\]/;

/** The note that says why a file was refused. */
export const noteOf = (path: string) => `${path}${noteSuffix}`;

/** Files that people left, and those that are still being copied: modified less than `quietMs` ago, or growing. */
export async function listDepot(
  depot: string,
  quietMs: number
): Promise<{ready: DepotFile[]; waiting: string[]}> {
  const files = (await listPaths(depot))
    .filter((path) => !path.endsWith(noteSuffix))
    .flatMap((path) => readFile(depot, path) ?? []);
  // File times come from the clock of the machine, whatever day the command is told it is.
  const quiet = files.filter(({modifiedMs}) => Math.abs(Date.now() - modifiedMs) >= quietMs);
  if (quiet.length > 0) await new Promise((wait) => setTimeout(wait, Math.min(quietMs, 500)));
  const ready = quiet.filter((file) => unchanged(depot, file));
  return {ready, waiting: files.filter((file) => !ready.includes(file)).map(({path}) => path)};
}

/** True while a file is still the one that was listed. */
export function unchanged(depot: string, {path, bytes, modifiedMs}: DepotFile): boolean {
  const found = statSync(join(depot, path), {throwIfNoEntry: false});
  return found?.size === bytes && found.mtimeMs === modifiedMs;
}

/** Removes the notes whose file is gone. */
export async function removeStrayNotes(depot: string): Promise<void> {
  for (const path of await listPaths(depot)) {
    const file = join(depot, path.slice(0, -noteSuffix.length));
    if (path.endsWith(noteSuffix) && !existsSync(file)) rmSync(join(depot, path), {force: true});
  }
}

async function listPaths(depot: string): Promise<string[]> {
  if (!existsSync(depot)) return [];
  return (await listFiles(depot)).filter((path) => !sorted.test(path));
}

/** Null when the file left meanwhile. */
function readFile(depot: string, path: string): DepotFile | null {
  const found = statSync(join(depot, path), {throwIfNoEntry: false});
  return found ? {path, bytes: found.size, modifiedMs: found.mtimeMs} : null;
}

import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {hashOf} from "./versioned-input.ts";

/** Files of a folder and of those below it, by path from it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** sha256 of each file of a folder, by path. */
export const hashesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(filesIn(folder).map((path) => [path, hashOf(readFileSync(join(folder, path)))]));

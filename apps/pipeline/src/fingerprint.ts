import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import type {Project} from "./project.ts";

const codeFile = /\.(ts|sql|css|md|json|csv|js)$/;
const notCode =
  /(^|\/)(node_modules|dist|test|testing|__golden__|\.observablehq|\.turbo)(\/|$)|\.test\.ts$|README\.md$/;

/**
 * Hash of everything the values of a run depend on: the chosen snapshots, territoire.yaml and the program.
 * Equal fingerprints mean equal values, so there is nothing to compute.
 */
export function computeFingerprint(
  project: Project,
  snapshots: readonly Snapshot[],
  {demo, programme}: {demo: boolean; programme: string}
): string {
  const hash = createHash("sha256");
  hash.update(demo ? "demo" : "reel");
  for (const {source, file, sha256} of [...snapshots].sort((a, b) => order(a).localeCompare(order(b)))) {
    hash.update(`${source}/${file}:${sha256}\n`);
  }
  hash.update(readFileSync(project.territoire));
  hash.update(programme);
  return hash.digest("hex");
}

/** Hash of the program: code, reference tables, versions of the libraries. */
export function hashProgramme(project: Project): string {
  const hash = createHash("sha256");
  for (const folder of [project.reference, join(project.root, "packages"), join(project.root, "apps")]) {
    for (const file of listCode(folder)) {
      hash.update(relative(project.root, file));
      hash.update(readFileSync(file));
    }
  }
  const lock = join(project.root, "package-lock.json");
  if (existsSync(lock)) hash.update(readFileSync(lock));
  return hash.digest("hex");
}

const order = ({source, file, sha256}: Snapshot) => `${source}/${file}:${sha256}`;

function listCode(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (notCode.test(path.slice(folder.length))) return [];
      if (entry.isDirectory()) return listCode(path);
      return codeFile.test(entry.name) ? [path] : [];
    });
}

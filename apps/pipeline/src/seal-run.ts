import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {closeSync, fsyncSync, openSync, readdirSync, readSync, statSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {DataError, type Manifest} from "@observatoire/catalog";
import {openWarehouse} from "@observatoire/warehouse";
import {readJson} from "./project.ts";
import {planBase, planFile} from "./publish-programme.ts";

/** Hashes of every file of a run, by path from its folder. */
export type Seal = Record<string, string>;

const sealName = "empreintes.json";
/** What a run cannot be read without. */
const required = [
  "manifest.json",
  "warehouse.duckdb",
  "published/catalogue.json",
  "site/index.html",
  "site/etat.html",
  "site/changements.html"
];
/** What a run that shows a plan cannot be read without, beside. */
const requiredWithPlan = [planBase, planFile("comite"), "site/programme/index.html"];

/**
 * Last step before the switch: refuses a run that is not whole (SITE), then writes the hash of each of its files, by which a
 * later rollback, or the next refresh after a kill, knows that it is still the same.
 */
export async function sealRun(folder: string): Promise<void> {
  const files = listFiles(folder);
  const manifest = readJson<Manifest>(join(folder, "manifest.json"));
  const wanted = manifest?.programme ? [...required, ...requiredWithPlan] : [...required];
  if (files.includes(planFile("public"))) wanted.push("site-comite/index.html");
  const missing = wanted.find((path) => !files.includes(path));
  const left = files.find((path) => /\.(wal|part|tmp)$/.test(path));
  const empty = files.find((path) => path.endsWith(".html") && statSync(join(folder, path)).size === 0);
  const found = missing
    ? `« ${missing} » absent`
    : left
      ? `un reste de travail, « ${left} »`
      : empty && `une page vide, « ${empty} »`;
  if (found) {
    throw new DataError("SITE", {
      where: "publication",
      expected: "un passage complet",
      found,
      action: "relancer « npx observatoire refresh » (le passage précédent reste publié)"
    });
  }
  const warehouse = await openWarehouse(join(folder, "warehouse.duckdb"), {readOnly: true});
  try {
    await warehouse.all("select count(*) from mart.indicateur");
  } finally {
    warehouse.close();
  }
  const seal: Seal = Object.fromEntries(files.map((path) => [path, hashFile(join(folder, path))]));
  writeFileSync(join(folder, sealName), `${JSON.stringify(seal, null, 1)}\n`, {flush: true});
  syncAll(folder);
}

/** Files of a run that are missing, changed or foreign; empty when it is what was sealed. */
export function verifyRun(folder: string): string[] {
  const seal = readSeal(join(folder, sealName));
  if (seal === null) return [sealName];
  const files = listFiles(folder).filter((path) => path !== sealName);
  const foreign = files.filter((path) => !Object.hasOwn(seal, path));
  const changed = Object.entries(seal).filter(
    ([path, sha256]) => !files.includes(path) || hashFile(join(folder, path)) !== sha256
  );
  return [...foreign, ...changed.map(([path]) => path)];
}

function readSeal(path: string): Seal | null {
  try {
    return readJson<Seal>(path);
  } catch {
    return null;
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

const chunk = Buffer.alloc(1 << 20);

function hashFile(path: string): string {
  const hash = createHash("sha256");
  const handle = openSync(path, "r");
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}

/** Thousands of pages reach the disk at once where the system can, else the two files without which nothing can be said. */
function syncAll(folder: string): void {
  if (spawnSync("sync", ["-f", folder]).status === 0) return;
  for (const path of ["warehouse.duckdb", "manifest.json", "."]) {
    const handle = openSync(join(folder, path), "r");
    fsyncSync(handle);
    closeSync(handle);
  }
}

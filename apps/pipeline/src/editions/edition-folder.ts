import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DataError, formatDate} from "@observatoire/catalog";
import type {Visibilite} from "@observatoire/programme";
import {type Project, readJson} from "../project.ts";

/** A page that a session froze. */
export interface FrozenPage {
  /** Path on the live site: "emploi", "programme/budget". */
  path: string;
  title: string;
  simulated: boolean;
}

/** `edition.json`: what a session froze, and the hash of each of its files. */
export interface Edition {
  /** ISO day of the session: its folder and its permanent address. */
  date: string;
  titre: string;
  /** ISO instant it was frozen. */
  figee: string;
  run: string;
  commit: string;
  /** Session compared with, or null for the first one. */
  precedente: string | null;
  /** Builds it was frozen for, and their pages. */
  lectures: {visibilite: Visibilite; pages: FrozenPage[]}[];
  /** sha256 by path from the folder. */
  fichiers: Record<string, string>;
}

/** Name of a frozen page beside the others: `programme/budget` → `2026-12-03-programme-budget`. */
export const frozenName = (date: string, path: string): string => `${date}-${path.replaceAll("/", "-")}`;

/** Frozen sessions, the latest first. A folder without its description is a fault: nothing is guessed. */
export function listEditions({editions}: Project): Edition[] {
  let names: string[];
  try {
    names = readdirSync(editions).filter((name) => !name.startsWith("."));
  } catch {
    return [];
  }
  return names
    .sort()
    .reverse()
    .map((name) => {
      const edition = readJson<Edition>(join(editions, name, "edition.json"));
      if (edition === null) throw damaged(name, "edition.json");
      return edition;
    });
}

/** Throws EDITION when a file of the session is missing, changed, or was added since it was frozen. */
export function verifyEdition({editions}: Project, {date, fichiers}: Edition): void {
  const folder = join(editions, date);
  const found = hashFolder(folder);
  delete found["edition.json"];
  const changed =
    Object.keys(fichiers).find((path) => found[path] !== fichiers[path]) ??
    Object.keys(found).find((path) => fichiers[path] === undefined);
  if (changed !== undefined) throw damaged(date, changed);
}

function damaged(date: string, path: string): DataError {
  return new DataError("EDITION", {
    where: `data/editions/${date}`,
    expected: /^\d{4}-\d{2}-\d{2}$/.test(date)
      ? `la séance du ${formatDate(date)} telle qu'elle a été figée`
      : "des dossiers de séances figées, et rien d'autre",
    found: `« ${path} » absent, modifié ou ajouté`,
    action: "remettre ce dossier depuis la sauvegarde : une séance figée ne se modifie pas"
  });
}

/** sha256 of each file of a folder, by path. */
export function hashFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8", withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(
    files.sort().map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex")
    ])
  );
}

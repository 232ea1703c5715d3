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

/** A frozen session that is shown nowhere. */
export interface WithheldEdition {
  date: string;
  /** Null when its description does not read. */
  titre: string | null;
  /** Its files are no longer those that were frozen, or hold what may no longer be shown. */
  why: "modifiee" | "protegee";
  fault: DataError;
}

export interface Editions {
  /** The latest first. */
  intact: Edition[];
  withheld: WithheldEdition[];
}

/** Folders of frozen sessions, the latest first; what is not named by a date is not one. */
export function listEditionFolders({editions}: Project): string[] {
  try {
    return readdirSync(editions)
      .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

/** Frozen sessions, the latest first, after the hash of each of their files was verified. */
export function readEditions(project: Project): Editions {
  const editions: Editions = {intact: [], withheld: []};
  for (const date of listEditionFolders(project)) {
    const folder = join(project.editions, date);
    const edition = readDescription(folder);
    const changed = edition === null ? "edition.json" : findChanged(folder, edition);
    if (edition !== null && changed === null) editions.intact.push(edition);
    else {
      const titre = edition?.titre ?? null;
      editions.withheld.push({date, titre, why: "modifiee", fault: damage(date, changed!)});
    }
  }
  return editions;
}

/** Withholds the sessions in which `verify` finds what the law protects today: a unit may have asked not to be shown since. */
export async function withholdProtected(
  {editions}: Project,
  {intact, withheld}: Editions,
  verify: (folder: string) => Promise<unknown>
): Promise<Editions> {
  const kept: Editions = {intact: [], withheld: [...withheld]};
  for (const edition of intact) {
    try {
      await verify(join(editions, edition.date));
      kept.intact.push(edition);
    } catch (error) {
      if (!(error instanceof DataError) || error.code !== "DISCLOSURE") throw error;
      const {date, titre} = edition;
      kept.withheld.push({date, titre, why: "protegee", fault: protection(date, error)});
    }
  }
  return kept;
}

function protection(date: string, {found}: DataError): DataError {
  return new DataError("EDITION", {
    where: `data/editions/${date}`,
    expected: "aucune donnée protégée dans une séance figée",
    found: found ?? "une donnée protégée",
    action: "la garder hors ligne, en déplaçant ce dossier hors de data/editions"
  });
}

function readDescription(folder: string): Edition | null {
  try {
    return readJson<Edition>(join(folder, "edition.json"));
  } catch {
    return null;
  }
}

/** First file that is missing, changed, or was added since the session was frozen; null when there is none. */
function findChanged(folder: string, {fichiers}: Edition): string | null {
  const {"edition.json": _description, ...found} = hashFolder(folder);
  return (
    Object.keys(fichiers).find((path) => found[path] !== fichiers[path]) ??
    Object.keys(found).find((path) => fichiers[path] === undefined) ??
    null
  );
}

function damage(date: string, path: string): DataError {
  return new DataError("EDITION", {
    where: `data/editions/${date}`,
    expected: `la séance du ${formatDate(date)} telle qu'elle a été figée`,
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

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync
} from "node:fs";
import {join, relative} from "node:path";
import {DataError, type Manifest} from "@observatoire/catalog";
import {type Project, readJson} from "./project.ts";

/** Empties and creates the folder of the run being made. */
export function stageRun(project: Project): string {
  rmSync(project.staging, {recursive: true, force: true});
  mkdirSync(project.staging, {recursive: true});
  return project.staging;
}

/**
 * Makes the sealed, staged run the one that readers see: rename to `runs/<id>`, then one atomic move of the link `current`.
 * Until the last step readers see the previous run, whole; after it the new one, whole.
 */
export function switchRun(project: Project, run: string): void {
  renameSync(project.staging, join(project.runs, run));
  syncDirectory(project.runs);
  pointCurrent(project, run);
}

/** Moves the link `current` to a complete run. */
export function pointCurrent(project: Project, run: string): void {
  const next = `${project.current}.suivant`;
  rmSync(next, {force: true});
  symlinkSync(relative(project.data, join(project.runs, run)), next);
  renameSync(next, project.current);
  syncDirectory(project.data);
}

/** Complete runs, oldest first. */
export function listRuns(project: Project): string[] {
  try {
    return readdirSync(project.runs)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}

/** Folder of the current run, resolved once so that a switch meanwhile cannot mix two runs; null when none. */
export function currentRun(project: Project): string | null {
  try {
    return join(project.data, readlinkSync(project.current));
  } catch {
    return null;
  }
}

/** Manifest of the current run, or null. */
export function currentManifest(project: Project): Manifest | null {
  const folder = currentRun(project);
  return folder === null ? null : readManifest(folder);
}

/** Manifest of a run folder; null when it has none that can be read: such a run is replaced, not repaired. */
export function readManifest(folder: string): Manifest | null {
  try {
    return readJson<Manifest>(join(folder, "manifest.json"));
  } catch {
    return null;
  }
}

/** Folder of the current run; throws one sentence when nothing was published yet. */
export function requireRun(project: Project): string {
  const folder = currentRun(project);
  if (folder) return folder;
  throw new DataError("NO_RUN", {
    where: "data/current",
    expected: "un passage publié",
    found: "rien",
    action: "lancer « npx observatoire refresh », ou « npm start » pour la démonstration"
  });
}

/**
 * "20261123-201500" and the first characters of the fingerprint. Names sort by date, and each run comes after those that are
 * there, even when the clock was set back or two runs share a second.
 */
export function runId(project: Project, now: Date, fingerprint: string): string {
  const stamped = listRuns(project).filter((run) => /^\d{8}-\d{6}-/.test(run));
  const last = stamped.at(-1)?.slice(0, stampLength) ?? "";
  const stamp = stampOf(now);
  const next = stamp > last ? stamp : stampOf(new Date(readStamp(last).getTime() + 1000));
  return `${next}-${fingerprint.slice(0, 6)}`;
}

const stampLength = "20261123-201500".length;

const stampOf = (date: Date) =>
  date.toISOString().replace(/[-:]/g, "").replace("T", "-").slice(0, stampLength);

function readStamp(stamp: string): Date {
  return new Date(stamp.replace(/^(....)(..)(..)-(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z"));
}

function syncDirectory(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

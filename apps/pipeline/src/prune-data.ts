import {existsSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {formatBytes, formatNumber, type Manifest} from "@observatoire/catalog";
import {type PrunedVintage, pruneArchive, vintageKey, writeSourcesLock} from "@observatoire/collect";
import {sources} from "./modules.ts";
import {type Project, readJson} from "./project.ts";
import {rollbackTarget} from "./rollback.ts";
import {currentManifest, listRuns} from "./run-folder.ts";

export interface PrunedData {
  /** Runs that were removed. */
  runs: string[];
  archive: PrunedVintage[];
  /** French sentences for the log; none when nothing was done. */
  lines: string[];
}

const leaving = ".retrait-";

/**
 * Removes the runs beyond those kept, then what the archive no longer needs. The published run, the one a rollback would
 * go back to, and every archived file that a run left on disk has read are never touched. Under the lock, after the
 * publication; a kill leaves nothing that the next call does not finish.
 */
export async function pruneData(
  project: Project,
  {passages, millesimes, now}: {passages: number; millesimes: number; now: Date}
): Promise<PrunedData> {
  const current = currentManifest(project);
  if (current === null) return {runs: [], archive: [], lines: []};
  const runs = pruneRuns(project, current, passages);
  const used = readUsed(project);
  if (used === null) {
    const line =
      "Archives laissées telles quelles : un passage n'a pas de manifeste lisible, on ne sait pas ce qu'il a lu.";
    return {runs, archive: [], lines: [...runLines(runs), line]};
  }
  const archive = await pruneArchive(project.data, {
    sources,
    used,
    vintages: millesimes,
    now
  });
  await writeSourcesLock(project.data);
  return {runs, archive, lines: [...runLines(runs), ...archiveLines(archive)]};
}

/** A run leaves `runs/` by one rename, then its files go; those of an earlier, killed call go too. */
function pruneRuns(project: Project, current: Manifest, passages: number): string[] {
  const runs = listRuns(project);
  const kept = new Set([...runs.slice(-passages), current.run, rollbackTarget(project, current)?.run]);
  const removed = runs.filter((run) => !kept.has(run));
  for (const run of removed) renameSync(join(project.runs, run), join(project.runs, `${leaving}${run}`));
  for (const name of readdirSync(project.runs).filter((one) => one.startsWith(leaving))) {
    rmSync(join(project.runs, name), {recursive: true, force: true});
  }
  return removed;
}

/** What every run on disk has read, the one being made included; null when one cannot tell. */
function readUsed(project: Project): Set<string> | null {
  const used = new Set<string>();
  const entries = readdirSync(project.runs, {withFileTypes: true});
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(leaving)) continue;
    const folder = join(project.runs, entry.name);
    if (readdirSync(folder).length === 0) continue;
    const manifest = readStamp(join(folder, "manifest.json")) ?? readStamp(join(folder, "en-cours.json"));
    if (manifest === null) return null;
    for (const {files} of manifest.sources) for (const {snapshot} of files) used.add(vintageKey(snapshot));
  }
  return used;
}

function readStamp(path: string): Pick<Manifest, "sources"> | null {
  try {
    return existsSync(path) ? readJson<Manifest>(path) : null;
  } catch {
    return null;
  }
}

function runLines(runs: readonly string[]): string[] {
  if (runs.length === 0) return [];
  return [
    `${formatNumber(runs.length)} ancien${runs.length > 1 ? "s passages retirés" : " passage retiré"} : ${runs.join(", ")}.`
  ];
}

const verbs: Readonly<Record<PrunedVintage["action"], (size: string) => string>> = {
  reduit: (size) => `réduit à la tranche du territoire, ${size} libérés`,
  retire: () => "retiré de l'archive",
  "sans-tranche": (size) => `gardé entier (${size}), car aucune tranche n'en a été écrite`
};

function archiveLines(archive: readonly PrunedVintage[]): string[] {
  return archive.map(
    ({source, file, vintage, action, bytes}) =>
      `${source}/${file}, millésime « ${vintage} » : ${verbs[action](formatBytes(bytes))}.`
  );
}

import {rmSync} from "node:fs";
import {basename, join} from "node:path";
import type {Manifest} from "@observatoire/catalog";
import type {RunPlan} from "./plan-run.ts";
import type {Project} from "./project.ts";
import {readAbandoned} from "./rollback.ts";
import {currentManifest, currentRun, listRuns, pointCurrent, readManifest} from "./run-folder.ts";
import {verifyRun} from "./seal-run.ts";

/**
 * A run that was sealed and named, but killed before the link moved: when it is what would be built now, it is verified
 * and published; else nobody ever saw it and it goes, so that no rollback finds it. Null when none is published. Without a
 * link nobody can tell which of several runs was seen: none of them goes.
 */
export function finishSwitch(project: Project, {fingerprint, state}: RunPlan): Manifest | null {
  const current = currentManifest(project);
  // The link says which run is seen, even when its manifest cannot be read.
  const folder = currentRun(project);
  const shown = folder === null ? "" : basename(folder);
  const known = new Set([current?.fingerprint, ...readAbandoned(project).map((left) => left.fingerprint)]);
  const unseen = listRuns(project).filter((run) => {
    const found = readManifest(join(project.runs, run))?.fingerprint;
    return run > shown && (found === undefined || !known.has(found));
  });
  const [last] = unseen.slice(-1);
  const manifest = last === undefined ? null : readManifest(join(project.runs, last));
  const isWanted =
    manifest?.fingerprint === fingerprint &&
    manifest.state === state &&
    verifyRun(join(project.runs, manifest.run)).length === 0;
  const removable = folder === null && unseen.length > 1 ? [] : unseen;
  for (const run of removable) {
    if (!isWanted || run !== last) rmSync(join(project.runs, run), {recursive: true, force: true});
  }
  if (!isWanted) return null;
  pointCurrent(project, manifest.run);
  return manifest;
}

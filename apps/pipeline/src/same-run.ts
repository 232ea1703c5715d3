import type {Snapshot} from "@observatoire/catalog";
import type {StagedRun} from "./build-run.ts";
import {computeFingerprint, hashProgramme} from "./fingerprint.ts";
import type {Project} from "./project.ts";
import type {Retraits} from "./retraits.ts";
import {currentManifest} from "./run-folder.ts";

/** True when the published run has the same values, written and drawn by the program of today: its files may be linked. */
export function holdsTheSame(
  project: Project,
  staged: StagedRun,
  {snapshots, retraits}: {snapshots: readonly Snapshot[]; retraits: Retraits}
): boolean {
  const current = currentManifest(project);
  if (staged.dataRun === staged.run || current?.dataRun !== staged.dataRun) return false;
  if ((current.retraits ?? null) !== retraits.sha256) return false;
  const programme = hashProgramme(project);
  return computeFingerprint(project, snapshots, {demo: staged.demo, programme}) === staged.fingerprint;
}

import type {Snapshot} from "@observatoire/catalog";
import type {StagedRun} from "./build-run.ts";
import {computeFingerprint, hashProgramme} from "./fingerprint.ts";
import type {Project} from "./project.ts";
import {currentManifest} from "./run-folder.ts";

/** True when the published run has the same values, written and drawn by the program of today: its files may be linked. */
export function holdsTheSame(project: Project, staged: StagedRun, snapshots: readonly Snapshot[]): boolean {
  if (staged.dataRun === staged.run || currentManifest(project)?.dataRun !== staged.dataRun) return false;
  const programme = hashProgramme(project);
  return computeFingerprint(project, snapshots, {demo: staged.demo, programme}) === staged.fingerprint;
}

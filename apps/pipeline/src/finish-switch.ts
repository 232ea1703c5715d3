import {join} from "node:path";
import type {Manifest} from "@observatoire/catalog";
import type {RunPlan} from "./plan-run.ts";
import type {Project} from "./project.ts";
import {currentManifest, listRuns, pointCurrent, readManifest} from "./run-folder.ts";
import {verifyRun} from "./seal-run.ts";

/**
 * A run that was sealed and named, but killed before the link moved, is what would be built now: it is verified and
 * published. Null when there is none.
 */
export function finishSwitch(project: Project, {fingerprint, state}: RunPlan): Manifest | null {
  const run = listRuns(project).at(-1);
  if (run === undefined || run === currentManifest(project)?.run) return null;
  const manifest = readManifest(join(project.runs, run));
  if (manifest?.fingerprint !== fingerprint || manifest.state !== state) return null;
  if (verifyRun(join(project.runs, run)).length > 0) return null;
  pointCurrent(project, run);
  return manifest;
}

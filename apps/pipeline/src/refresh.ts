import type {Manifest} from "@observatoire/catalog";
import {buildRun, planRun, writeStaged} from "./build-run.ts";
import {checkRun} from "./check-run.ts";
import {type CollectInput, collectSources, refusal, unreachable} from "./collect-sources.ts";
import {buildShells, publishRun} from "./publish-run.ts";
import {currentManifest} from "./run-folder.ts";

export interface Refreshed {
  manifest: Manifest;
  /** False when nothing changed: the published run is reused. */
  changed: boolean;
  /** Sentence about a producer that could not be reached, or null. */
  unreachable: Error | null;
}

/**
 * Collects, builds, checks and publishes. A file that was received and is wrong stops everything before the published run
 * is touched; a producer that cannot be reached leaves its last good version in service, and is said.
 */
export async function refresh(input: CollectInput): Promise<Refreshed> {
  const {project, demo, reporter} = input;
  buildShells(reporter);
  const collected = await collectSources(input);
  const refused = refusal(collected);
  if (refused) throw refused;
  const {fingerprint} = await planRun(project, demo);
  const current = currentManifest(project);
  if (current?.fingerprint === fingerprint) {
    return {manifest: current, changed: false, unreachable: unreachable(collected)};
  }
  const staged = await buildRun(project, {demo, reporter, collected});
  writeStaged(project, {...staged, checks: await checkRun(project, reporter)});
  const manifest = await publishRun(project, {reporter});
  reporter.end();
  return {manifest, changed: true, unreachable: unreachable(collected)};
}

import {createHash} from "node:crypto";
import type {Manifest, Snapshot} from "@observatoire/catalog";
import {openSnapshots, readSourceState, type SourceState} from "@observatoire/collect";
import {chooseSnapshots} from "./collect-sources.ts";
import {computeFingerprint, hashProgramme} from "./fingerprint.ts";
import {ageOf} from "./freshness.ts";
import {readDeclaration} from "./load-territoire.ts";
import {modules, sources} from "./modules.ts";
import {describePlanDay} from "./programme-day.ts";
import type {Project} from "./project.ts";
import {isNamingWithdrawn} from "./read-etablissements.ts";
import {readRetraits} from "./retraits.ts";

/** The run that could be made now. */
export interface RunPlan {
  snapshots: Snapshot[];
  /** Hash of what the values depend on. */
  fingerprint: string;
  /** Hash of what the pages say of the day. */
  state: string;
  /** Hash of the program, by which refused files are known. */
  programme: string;
  /** Last attempt on each source, by id. */
  states: ReadonlyMap<string, SourceState>;
}

/** Chooses the archived files to read, and says by two hashes whether the values, or only the notices of the pages, would differ. */
export async function planRun(
  project: Project,
  {demo, now}: {demo: boolean; now: () => Date}
): Promise<RunPlan> {
  const snapshots = chooseSnapshots(await openSnapshots(project.data), demo);
  const programme = hashProgramme(project);
  const fingerprint = computeFingerprint(project, snapshots, {demo, programme});
  return {snapshots, fingerprint, programme, ...(await readDay(project, snapshots, {today: now(), demo}))};
}

/** What pages say of the day about these files: failing sources, late ones, a list of names withdrawn. */
export async function readDay(
  project: Project,
  snapshots: readonly Snapshot[],
  {today, demo}: {today: Date; demo: boolean}
): Promise<Pick<RunPlan, "state" | "states">> {
  const states = new Map<string, SourceState>();
  const words: string[] = [];
  for (const {source} of modules) {
    const state = await readSourceState(project.data, source.id);
    if (state) states.set(source.id, state);
    if (state?.failure) words.push(`${source.id} ${state.failure.code} ${state.failure.since}`);
    const latest = snapshots.find((one) => one.source === source.id);
    if (latest) words.push(`${source.id} ${ageOf(source, latest, today.toISOString()).state}`);
  }
  const {age_diffusion} = readDeclaration(project);
  if (isNamingWithdrawn(snapshots, today.toISOString(), age_diffusion)) words.push("noms retirés");
  const {sha256: retraits} = readRetraits(project);
  if (retraits !== null) words.push(`retraits ${retraits}`);
  words.push(...describePlanDay(project, {demo, today}));
  return {state: createHash("sha256").update(words.join("\n")).digest("hex"), states};
}

/**
 * Half of the delay that pages promise is spent: they are published again, so that their date stays true. A clock set back
 * changes nothing: pages dated of the past would be false.
 */
export function isRenewalDue({refreshedAt, endedAt, nextBefore}: Manifest, today: Date): boolean {
  return today.getTime() > (Date.parse(refreshedAt ?? endedAt) + Date.parse(nextBefore)) / 2;
}

/** Files a run read, by source then file, as `chooseSnapshots` orders them. */
export function snapshotsOf({sources: read}: Pick<Manifest, "sources">): Snapshot[] {
  return sources.flatMap(({id}) =>
    read.filter(({source}) => source === id).flatMap(({files}) => files.map(({snapshot}) => snapshot))
  );
}

import {rmSync} from "node:fs";
import {DataError, type Manifest} from "@observatoire/catalog";
import {asDiskFault, readSourceState, recordAttempt, verifySnapshots} from "@observatoire/collect";
import {buildRun, stageAgain, writeStaged} from "./build-run.ts";
import {checkRun} from "./check-run.ts";
import {
  type Collected,
  type CollectInput,
  collectSources,
  faultsOf,
  nothingTaken
} from "./collect-sources.ts";
import {finishSwitch} from "./finish-switch.ts";
import {readDeclaration} from "./load-territoire.ts";
import {modules} from "./modules.ts";
import {isRenewalDue, planRun, type RunPlan, readDay, snapshotsOf} from "./plan-run.ts";
import type {Project} from "./project.ts";
import {pruneData} from "./prune-data.ts";
import {buildShells, publishRun} from "./publish-run.ts";
import {quarantineLogs} from "./quarantine-logs.ts";
import type {JournalEntry} from "./read-journal.ts";
import {readAbandoned} from "./rollback.ts";
import {currentManifest, requireRun} from "./run-folder.ts";
import {SetAsideError} from "./set-aside.ts";

export interface Refreshed {
  manifest: Manifest;
  /** What was published: new values, the same with other notices, or nothing. */
  changed: "donnees" | "etat" | null;
  /** Sources that could not be refreshed this time; their last good version stays. */
  failures: {source: string; fault: DataError}[];
  /** Every source asked this time, with how it went. */
  attempts: JournalEntry["sources"];
  /** What is archived was published, then left by a rollback: it is not published again. */
  abandoned: boolean;
}

/**
 * Collects, builds, checks and publishes, then removes what is no longer kept. A source that fails, at any step, keeps its
 * last good version and says so; the others go on. Until the last step the published run is not touched.
 */
export async function refresh(input: CollectInput): Promise<Refreshed> {
  const {project, reporter} = input;
  buildShells(reporter);
  quarantineLogs(project, reporter);
  const since = new Map(
    currentManifest(project)?.sources.map(({source, failure}) => [source, failure?.since])
  );
  const collected = await collectSources(input);
  // A wrong folder must not pass for "nothing new"; a wrong file is told as the failure of its source.
  const absent = collected.recognition?.files.length === 0 ? nothingTaken(collected, input.wanted) : null;
  if (absent) throw absent;
  const failures = faultsOf(collected);
  const published = await publishWhatIsNew(input, failures, since);
  await pruneOrWarn(input);
  return {...published, failures, attempts: await describeAttempts(project, collected, failures)};
}

/** What is published stays so, even when what is old cannot be removed. */
async function pruneOrWarn({project, reporter, now}: CollectInput): Promise<void> {
  const {passages_conserves: passages, millesimes_conserves: millesimes} = readDeclaration(project);
  try {
    const {lines} = await pruneData(project, {passages, millesimes, now: now()});
    for (const line of lines) reporter.line(line);
  } catch (error) {
    reporter.warn(`anciens passages et archives laissés en place : ${(error as Error).message}`);
  }
}

/** Publishes what the archive gives; a file found wrong on the way is set aside, told, and the rest begins again without it. */
async function publishWhatIsNew(
  input: CollectInput,
  failures: Refreshed["failures"],
  since: ReadonlyMap<string, string | undefined>
): Promise<Pick<Refreshed, "manifest" | "changed" | "abandoned">> {
  const {project, demo, reporter, now} = input;
  let isReadAgain = false;
  for (;;) {
    const plan = await planRun(project, {demo, now});
    const current = currentManifest(project);
    requireSomething(plan, current, failures);
    const isNew = current?.fingerprint !== plan.fingerprint;
    const abandoned =
      isNew && readAbandoned(project).some(({fingerprint}) => fingerprint === plan.fingerprint);
    if (current !== null && (!isNew || abandoned)) {
      return {...(await republish(input, current, {renewed: isRenewed(input, current)})), abandoned};
    }
    const finished = finishSwitch(project, plan);
    if (finished) return {manifest: finished, changed: "donnees", abandoned: false};
    const lost = current === null ? [] : findLost(plan, current);
    if (current !== null && lost.length > 0) {
      for (const {source, fault} of lost) {
        if (failures.some((one) => one.source === source)) continue;
        failures.push({source, fault});
        await recordAttempt(project.data, source, {
          at: now(),
          durationMs: null,
          fault,
          since: since.get(source)
        });
      }
      return {...(await republish(input, current, {renewed: isRenewed(input, current)})), abandoned: false};
    }
    const damaged = await collectDamagedAgain(input, plan);
    if (damaged !== null) {
      if (isReadAgain) throw unreliableDisk();
      isReadAgain = true;
      failures.push(...damaged);
      continue;
    }
    try {
      const staged = await buildRun(project, {demo, reporter, now, plan});
      writeStaged(project, {
        ...staged,
        checks: await checkRun(project, plan, {reporter, accepted: input.acceptSize})
      });
      const manifest = await publishRun(project, {reporter, now, renewed: isRenewed(input, current)});
      return {manifest, changed: "donnees", abandoned: false};
    } catch (error) {
      if (!(error instanceof SetAsideError)) {
        // Left there, half a base fills the disk for the refreshes to come.
        const isFull = error instanceof DataError ? error.code === "ENOSPC" : asDiskFault("", error) !== null;
        if (isFull) rmSync(project.staging, {recursive: true, force: true});
        throw error;
      }
      const {source} = error;
      await recordAttempt(project.data, source, {
        at: now(),
        durationMs: null,
        fault: error,
        since: since.get(source)
      });
      failures.push({source, fault: error});
      // What was built of it would hold the disk, and the pruning that cannot tell what it has read.
      rmSync(project.staging, {recursive: true, force: true});
      reporter.warn(error.message);
    }
  }
}

/**
 * Reads again the archived bytes that a run is about to rest on: those that are no longer what was received are collected
 * again. Null when all are whole; else what could not be collected.
 */
async function collectDamagedAgain(
  input: CollectInput,
  {snapshots}: RunPlan
): Promise<Refreshed["failures"] | null> {
  const {project, reporter} = input;
  reporter.step("relecture des archives");
  const damaged = await verifySnapshots(project.data, snapshots);
  if (damaged.length === 0) return null;
  for (const {sentence} of damaged) reporter.warn(sentence);
  return faultsOf(await collectSources({...input, wanted: [...new Set(damaged.map(({source}) => source))]}));
}

const unreliableDisk = () =>
  new DataError("CORRUPT", {
    where: "archive",
    expected: "les octets qui viennent d'être reçus",
    found: "d'autres à la relecture",
    action: "faire vérifier le disque (le passage publié reste en service)"
  });

/** Sources that readers see and of which no file is left, nor could be collected: their values stay, and all with them. */
function findLost({snapshots}: RunPlan, current: Manifest): Refreshed["failures"] {
  return current.sources
    .filter(({source, files}) => files.some(({snapshot}) => isReal(snapshot)) && isDeclared(source))
    .filter(({source}) => !snapshots.some((one) => one.source === source))
    .map(({source}) => ({
      source,
      fault: new DataError("CORRUPT", {
        where: `archive de « ${source} »`,
        expected: "au moins une version entière",
        found: "aucune",
        action: `la remettre depuis la sauvegarde, ou lancer « npx observatoire collect ${source} » (d'ici là le passage publié reste)`
      })
    }));
}

const isReal = ({kind, simulated}: Manifest["sources"][number]["files"][number]["snapshot"]) =>
  kind !== "paquet" && !simulated;
const isDeclared = (id: string) => modules.some(({source}) => source.id === id);

/** Every source asked, with how it went in the end: a file may be refused long after it was received. */
async function describeAttempts(
  project: Project,
  {outcomes}: Collected,
  failures: Refreshed["failures"]
): Promise<JournalEntry["sources"]> {
  return Promise.all(
    outcomes.map(async ({source, outcome}) => {
      const fault = failures.find((failure) => failure.source === source)?.fault;
      const durationMs = (await readSourceState(project.data, source))?.durationMs ?? null;
      return {source, outcome: fault ? "echec" : outcome, code: fault?.code ?? null, durationMs};
    })
  );
}

/** Every source that readers see was asked, whoever asked it: what the pages promise begins anew. */
function isRenewed({wanted}: Pick<CollectInput, "wanted">, current: Manifest | null): boolean {
  const seen =
    current?.sources.filter(({files}) => files.some(({snapshot}) => snapshot.kind !== "paquet")) ?? [];
  return wanted.length === 0 || seen.every(({source}) => wanted.includes(source));
}

/** Every source is asked, of its producer: a refresh of one source, or from a folder, proves nothing of the schedule. */
export const isWhole = ({wanted, from}: Pick<CollectInput, "wanted" | "from">): boolean =>
  wanted.length === 0 && from === undefined;

/** Publishes the pages again with the plan as it is now, without asking any producer. */
export async function publishPlan(
  project: Project,
  {reporter, now}: Pick<CollectInput, "reporter" | "now">
): Promise<Pick<Refreshed, "manifest" | "changed">> {
  requireRun(project);
  buildShells(reporter);
  return republish({project, reporter, now}, currentManifest(project)!, {renewed: false});
}

/** Publishes the same values again when what the pages say of the day has changed, or when their promise runs out. */
async function republish(
  {project, reporter, now}: Pick<CollectInput, "project" | "reporter" | "now">,
  current: Manifest,
  {renewed}: {renewed: boolean}
): Promise<Pick<Refreshed, "manifest" | "changed">> {
  const day = await readDay(project, snapshotsOf(current), {today: now(), demo: current.demo});
  const isDue = renewed && isRenewalDue(current, now());
  if (day.state === current.state && !isDue) return {manifest: current, changed: null};
  stageAgain(project, current, day, now);
  return {manifest: await publishRun(project, {reporter, now, renewed}), changed: "etat"};
}

/**
 * A run without any collected source would publish an empty site, on a first run, after the demo, or once the archive is
 * lost: the first fault says why there is none.
 */
function requireSomething(
  {snapshots}: RunPlan,
  current: Manifest | null,
  failures: Refreshed["failures"]
): void {
  const [first] = failures;
  const isCollected = (files: RunPlan["snapshots"]) => files.some(({kind}) => kind !== "paquet");
  if (!first || isCollected(snapshots) || (current !== null && !isCollected(snapshotsOf(current)))) return;
  throw new DataError(first.fault.code, failures.map(({fault}) => fault.message).join("\n"), {
    cause: first.fault
  });
}

/** The fault that ends a refresh whose sources did not all answer, or that leaves something to correct. */
export function endingFault({
  failures,
  manifest
}: Pick<Refreshed, "failures" | "manifest">): DataError | null {
  const correct = correctionFault(manifest);
  if (failures.length === 0) return correct;
  const names = [...new Set(failures.map(({source}) => source))];
  const sentences = failures.map(({source, fault}) => `${source} (${fault.code}) : ${fault.message}`);
  return new DataError(
    "PARTIAL",
    [
      `Passage ${manifest.run} en ligne, mais ${names.length} source${names.length > 1 ? "s n'ont" : " n'a"} pas pu être actualisée${names.length > 1 ? "s" : ""} ; leur dernière bonne version reste en service.`,
      ...sentences,
      ...(correct ? [correct.message] : [])
    ].join("\n")
  );
}

/** What a person must correct in what is published, or null. */
export function correctionFault({run, corrections = []}: Manifest): DataError | null {
  const [first] = corrections;
  if (!first) return null;
  const what =
    first.code === "PROGRAMME"
      ? "le plan d'actions n'est pas celui déposé"
      : "une séance figée n'est pas montrée";
  return new DataError(
    first.code,
    [`Passage ${run} en ligne, mais ${what}.`, ...corrections.map(({message}) => message)].join("\n")
  );
}

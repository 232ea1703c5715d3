import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {DataError, type SourceModule} from "@observatoire/catalog";
import {
  type CollectOptions,
  type CollectOutcome,
  collectModule,
  hashFile,
  openSnapshots,
  type RecognisedFile,
  recogniseFolder,
  recordAttempt,
  takeCopy
} from "@observatoire/collect";
import {type DepotFile, listDepot, noteOf, removeStrayNotes, unchanged} from "./list-depot.ts";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";

export interface DepotInput {
  project: Project;
  reporter: Reporter;
  modules: readonly SourceModule[];
  options: CollectOptions;
  /** How long a file must have been left alone before it is taken. */
  quietMs?: number;
}

export interface TakenDepot {
  /** Of the sources given whole: they are not to be downloaded in this run. */
  outcomes: CollectOutcome[];
  given: ReadonlySet<string>;
  /** Files that a person must look at; each has its sentence beside it. */
  refused: {path: string; sentence: string}[];
}

/**
 * Takes the files that people put into `data/depot`, as `--from` would. One that is archived goes to `depot/pris`, one that
 * another file of the same drop replaces to `depot/ecartes`, under the date of the day; one that is refused stays, with
 * `<name>.refus.txt` beside it; one still being copied is left for the next run. Nothing is removed.
 */
export async function takeDepot(input: DepotInput): Promise<TakenDepot> {
  const {project, reporter, modules, options, quietMs = 60_000} = input;
  const depot = join(project.data, "depot");
  await removeStrayNotes(depot);
  const {ready, waiting} = await listDepot(depot, quietMs);
  for (const path of waiting) {
    reporter.line(`depot/${path} : copie en cours ou toute récente, laissé au prochain passage`);
  }
  if (ready.length === 0) return {outcomes: [], given: new Set(), refused: []};
  reporter.step("fichiers déposés");
  const stage = join(project.data, `.stage-depot-${process.pid}`);
  try {
    const refused = new Map(await stageFiles(depot, stage, ready));
    const {files} = await recogniseFolder(stage, modules, {inspect: options.inspect, workDirectory: stage});
    const outcomes = await collectGiven(files, modules, {
      ...options,
      from: stage,
      originOf: (path) => `depot/${path}`
    });
    for (const file of ready) {
      if (refused.has(file.path)) continue;
      const sentence = await settle(file, files, outcomes, {...input, depot, stage});
      if (sentence !== null) refused.set(file.path, sentence);
    }
    for (const [path, sentence] of refused) {
      reporter.warn(`depot/${path} refusé : ${sentence}`);
      try {
        writeFileSync(noteOf(join(depot, path)), `${sentence}\n`);
      } catch (error) {
        // A folder of another account: the log alone says it.
        if (!isDenied(error)) throw error;
      }
    }
    // A file that stays would stand for the producer's at each run: its source is downloaded all the same.
    const stuck = files.filter(({path}) => refused.has(path)).map(({source}) => source);
    const taken = outcomes.filter((outcome) => isTaken(outcome) && !stuck.includes(outcome.source));
    return {
      outcomes: taken,
      given: new Set(taken.map(({source}) => source)),
      refused: [...refused].map(([path, sentence]) => ({path, sentence}))
    };
  } finally {
    rmSync(stage, {recursive: true, force: true});
  }
}

/**
 * Copies the ready files into a folder of their own, so that nothing else of the drop is read, nor what a program rewrites
 * meanwhile; returns those that cannot be: no right to read them, or no room on the disk.
 */
async function stageFiles(
  depot: string,
  stage: string,
  ready: readonly DepotFile[]
): Promise<[string, string][]> {
  const unreadable: [string, string][] = [];
  for (const {path} of ready) {
    const [from, to] = [join(depot, path), join(stage, path)];
    mkdirSync(dirname(to), {recursive: true});
    try {
      await takeCopy(from, to, `depot/${path}`);
    } catch (error) {
      if (error instanceof DataError) {
        unreadable.push([path, error.message]);
        continue;
      }
      if (!isDenied(error)) throw error;
      unreadable.push([
        path,
        `depot/${path} : attendu un fichier lisible par l'observatoire, trouvé un fichier sans droit de lecture ; changer ses droits.`
      ]);
    }
  }
  return unreadable;
}

const isDenied = (error: unknown) =>
  ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");

const isTaken = ({outcome}: CollectOutcome) => outcome === "collecte" || outcome === "inchange";

async function collectGiven(
  files: readonly RecognisedFile[],
  modules: readonly SourceModule[],
  options: CollectOptions
): Promise<CollectOutcome[]> {
  const kept = new Set(files.filter(({status}) => status === "retenu").map(({source}) => source));
  const {dataDirectory, now = () => new Date()} = options;
  const outcomes: CollectOutcome[] = [];
  for (const module of modules.filter(({source}) => kept.has(source.id))) {
    const at = now();
    const started = performance.now();
    const outcome = await collectModule(module, options);
    outcomes.push(outcome);
    // A wrong file is the fault of who dropped it, not of the source, which may still be downloaded.
    const durationMs = Math.round(performance.now() - started);
    if (isTaken(outcome)) {
      await recordAttempt(dataDirectory, module.source.id, {at, durationMs, fault: null});
    }
  }
  return outcomes;
}

/** Puts one file where it belongs; returns the sentence that refuses it, or null. */
async function settle(
  file: DepotFile,
  files: readonly RecognisedFile[],
  outcomes: readonly CollectOutcome[],
  {project, reporter, options, depot, stage}: DepotInput & {depot: string; stage: string}
): Promise<string | null> {
  const {path} = file;
  const lines = files.filter((one) => one.path === path);
  const kept = lines.filter(({status}) => status === "retenu");
  const refusal = lines.find(({status}) => status === "refuse");
  if (refusal) return refusal.reason;
  if (kept.length === 0) {
    const aside = lines.find(({status}) => status === "ecarte");
    if (aside) return moveInto("ecartes", aside.reason ?? "");
    reporter.warn(`depot/${path} : aucune source n'attend un fichier de ce nom ; il reste où il est`);
    return null;
  }
  const missing = await findUnarchived(project, join(stage, path), kept);
  if (missing.length > 0) return faultsOf(outcomes, missing);
  if (unchanged(depot, file))
    return moveInto("pris", kept.map(({source, file: id}) => `${source}/${id}`).join(", "));
  reporter.line(`depot/${path} : changé pendant sa lecture, repris au prochain passage`);
  return null;

  function moveInto(folder: string, why: string): string | null {
    const day = (options.now?.() ?? new Date()).toISOString().slice(0, 10);
    const target = freePath(join(depot, folder), day, basename(path));
    try {
      mkdirSync(dirname(target), {recursive: true});
      renameSync(join(depot, path), target);
      rmSync(noteOf(join(depot, path)), {force: true});
    } catch (error) {
      if (!isDenied(error)) throw error;
      return `lu, mais l'observatoire n'a pas le droit de le déplacer ; changer les droits du dossier ou retirer le fichier.`;
    }
    reporter.line(`depot/${path} ${folder === "pris" ? "pris" : "écarté"} : ${why}`);
    return null;
  }
}

/** Of the source files that a dropped file gives, those whose archive does not hold its bytes. */
async function findUnarchived(
  project: Project,
  path: string,
  kept: readonly RecognisedFile[]
): Promise<RecognisedFile[]> {
  const {sha256} = await hashFile(path);
  const archived = (await openSnapshots(project.data)).filter(
    (one) => one.sha256 === sha256 && !one.simulated
  );
  return kept.filter(({source, file}) => !archived.some((one) => one.source === source && one.file === file));
}

/** What the collection said of these files. */
function faultsOf(outcomes: readonly CollectOutcome[], missing: readonly RecognisedFile[]): string {
  const messages = missing.flatMap(({source, file}) =>
    outcomes
      .filter((outcome) => outcome.source === source)
      .flatMap(({files}) => files.filter((one) => one.file === file).map(({message}) => message))
  );
  const said = [...new Set(messages.filter((message) => message !== null))].join(" ");
  return (
    said ||
    "attendu un fichier que l'archive peut prendre, trouvé des octets qu'elle n'a pas gardés ; relancer."
  );
}

/** A name that nothing has: the day before the producer's name, a rank when it came twice that day. */
function freePath(folder: string, day: string, name: string): string {
  for (let rank = 1; ; rank++) {
    const path = join(folder, `${day}-${rank > 1 ? `${rank}-` : ""}${name}`);
    if (!existsSync(path)) return path;
  }
}

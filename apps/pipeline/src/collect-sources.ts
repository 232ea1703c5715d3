import {existsSync} from "node:fs";
import {join} from "node:path";
import {
  DataError,
  formatDuration,
  type Snapshot,
  type SourceFile,
  type SourceModule
} from "@observatoire/catalog";
import {
  type CollectOptions,
  type CollectOutcome,
  type CollectProgress,
  collectModule,
  describeProgress,
  formatRecognition,
  latestEditions,
  latestSnapshot,
  openSnapshots,
  type Recognition,
  recogniseFolder,
  recordAttempt,
  setDamagedAside,
  watchOutage,
  writeSourcesLock
} from "@observatoire/collect";
import {inspectFile} from "@observatoire/warehouse";
import {hashProgramme} from "./fingerprint.ts";
import {type Loaded, loadTerritoire, readDeclaration} from "./load-territoire.ts";
import {modules} from "./modules.ts";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";
import {restoreRefused} from "./set-aside.ts";
import {simulateFiles} from "./simulate-files.ts";
import {takeDepot} from "./take-depot.ts";

/** How producers are reached: a mirror, and for tests a server that misbehaves and less patience. */
export type NetworkOptions = Pick<
  CollectOptions,
  "fetch" | "limits" | "mirror" | "unpackLimits" | "sleep" | "random"
>;

export interface CollectInput {
  project: Project;
  reporter: Reporter;
  /** Ids of the wanted sources; empty for all. */
  wanted: readonly string[];
  from: string | undefined;
  demo: boolean;
  seed: number;
  /** Sources whose change of size was looked at and is accepted. */
  acceptSize: readonly string[];
  now: () => Date;
  network: NetworkOptions;
}

export interface Collected {
  outcomes: CollectOutcome[];
  recognition: Recognition | null;
}

/**
 * Collects the wanted sources: from the folder given, else from the producers (the demo asks the network for nothing);
 * under `demo`, what is still missing is simulated. A failure is an outcome; the last good version stays.
 */
export async function collectSources(input: CollectInput): Promise<Collected> {
  const {project, reporter, from, demo, seed} = input;
  await requireTerritoire(project, demo);
  if (from !== undefined && !existsSync(from)) {
    throw new DataError("USAGE", {
      where: "--from",
      expected: "un dossier existant",
      found: `« ${from} »`,
      action: "vérifier le chemin"
    });
  }
  const chosen = chooseModules(input.wanted);
  restoreRefused(project, {programme: hashProgramme(project), accepted: input.acceptSize});
  const options = collectOptions(input);
  for (const {sentence} of await setDamagedAside(project.data)) reporter.warn(sentence);
  const isWhole = from === undefined && input.wanted.length === 0;
  const depot = isWhole ? await takeDepot({project, reporter, modules: chosen, options}) : null;
  const recognition =
    from === undefined ? null : await recogniseFolder(from, chosen, {inspect: options.inspect});
  if (recognition) for (const line of formatRecognition(recognition)) reporter.line(line);

  const outcomes = new Map<string, CollectOutcome>(
    depot?.outcomes.map((outcome) => [outcome.source, outcome])
  );
  const network = watchOutage();
  for (const module of chosen) {
    const {id, title} = module.source;
    if (depot?.given.has(id)) continue;
    if (demo && from === undefined && !isPackaged(module)) continue;
    reporter.step(`collecte : ${title}`);
    const given = recognition?.files.some(({source}) => source === id) ?? true;
    const asked = from === undefined ? {...options, outage: network.of(id)} : {...options, from};
    const outcome = await timed(asked, module, given);
    outcomes.set(id, outcome);
    if (given) noteFailure(reporter, outcome);
  }
  if (demo) {
    const archived = await openSnapshots(project.data);
    const isMissing = ({source}: SourceModule) =>
      source.files.some((file) => latestSnapshot(archived, source.id, file.id, {demo: false}) === null);
    const missing = chosen.filter((module) => module.simulate !== null && isMissing(module));
    await simulateFiles(project, missing, {seed, reporter});
    for (const module of missing) {
      const {id, title} = module.source;
      reporter.step(`lecture de la simulation : ${title}`);
      const outcome = await timed(
        {
          ...options,
          inspect: (path, file, where) => inspectFile(path, file, {where, communes: []}),
          from: join(project.simulated, id),
          simulated: {seed}
        },
        module,
        true
      );
      outcomes.set(id, outcome);
      noteFailure(reporter, outcome);
    }
  }
  await writeSourcesLock(project.data);
  return {outcomes: [...outcomes.values()], recognition};
}

const isPackaged = ({source}: SourceModule) => source.files.every(({transport}) => transport.kind === "npm");

/** Collects a source and, when it was really attempted, records how it went and how long it took. */
async function timed(
  options: CollectOptions,
  module: SourceModule,
  attempted: boolean
): Promise<CollectOutcome> {
  const {dataDirectory, now = () => new Date()} = options;
  const at = now();
  const started = performance.now();
  const outcome = await collectModule(module, options);
  if (!attempted) return outcome;
  const durationMs = Math.round(performance.now() - started);
  await recordAttempt(dataDirectory, module.source.id, {at, durationMs, fault: faultOf(outcome)});
  return outcome;
}

/** A log says what failed when it fails: the end may be an hour away, or never come. */
function noteFailure(reporter: Reporter, outcome: CollectOutcome): void {
  const fault = faultOf(outcome);
  if (fault === null) return;
  const {code, message} = fault;
  reporter.note({evenement: "echec", texte: message, source: outcome.source, code});
}

/** Moves the line of a terminal; a log keeps one line for each new try. */
function tellProgress(reporter: Reporter, progress: CollectProgress): void {
  reporter.progress(describeProgress(progress));
  const {source, file, wait} = progress;
  if (!wait?.retry) return;
  const {number, of} = wait.retry;
  const again = `nouvel essai (${number} sur ${of}) dans ${formatDuration(wait.ms)}`;
  reporter.note({
    evenement: "essai",
    texte: `${source}/${file}, ${wait.reason} : ${again}`,
    source,
    fichier: file,
    essai: number,
    essais: of,
    attente: Math.round(wait.ms / 100) / 10
  });
}

/** Refuses a wrong territoire.yaml before anything is downloaded; a perimeter by id_ti waits for the list of TIs. */
async function requireTerritoire(project: Project, demo: boolean): Promise<void> {
  const {perimetre} = readDeclaration(project);
  if (perimetre.kind === "id_ti") return;
  loadTerritoire(project, chooseSnapshots(await openSnapshots(project.data), demo));
}

/** The fault of `collect --from` when the folder gives nothing that was asked for. */
export function nothingTaken(
  {outcomes, recognition}: Collected,
  wanted: readonly string[]
): DataError | null {
  if (!recognition) return null;
  const kept = new Set(recognition.files.filter(({status}) => status === "retenu").map(({source}) => source));
  const missing = wanted.filter((id) => !kept.has(id) && outcomes.some(({source}) => source === id));
  if (missing.length === 0 && (kept.size > 0 || wanted.length > 0)) return null;
  return new DataError("EMPTY", {
    where: recognition.folder,
    expected:
      missing.length > 0 ? `un fichier pour ${missing.join(", ")}` : "au moins un fichier des sources",
    found: `${recognition.files.length} fichier${recognition.files.length > 1 ? "s" : ""}, aucun retenu${missing.length > 0 ? " pour elles" : ""}`,
    action: "vérifier le dossier : les fichiers gardent le nom que le producteur leur donne"
  });
}

function chooseModules(wanted: readonly string[]): readonly SourceModule[] {
  const unknown = wanted.find((id) => !modules.some(({source}) => source.id === id));
  if (unknown !== undefined) {
    throw new DataError("USAGE", {
      where: "collect",
      expected: `une source parmi ${modules.map(({source}) => source.id).join(", ")}`,
      found: `« ${unknown} »`,
      action: "corriger le nom de la source"
    });
  }
  // The list of TIs first: a perimeter given by id_ti needs it before any coverage can be checked.
  const rank = ({source}: SourceModule) => (source.id === "territoires_industrie" ? 0 : 1);
  return (
    modules
      // Packaged files are at hand, and every other source needs the communes they hold.
      .filter((module) => wanted.length === 0 || wanted.includes(module.source.id) || isPackaged(module))
      .sort((a, b) => rank(a) - rank(b))
  );
}

function collectOptions({project, reporter, demo, now, network, acceptSize}: CollectInput): CollectOptions {
  let loaded: Loaded | null = null;
  const communes = async () => {
    loaded ??= loadTerritoire(project, chooseSnapshots(await openSnapshots(project.data), demo));
    return loaded.perimetre.communes.map(({code}) => code);
  };
  return {
    dataDirectory: project.data,
    projectRoot: project.root,
    inspect: async (path, file, where) =>
      inspectFile(path, file, {where, communes: mustCover(file) ? await communes() : []}),
    onProgress: (progress) => tellProgress(reporter, progress),
    now,
    acceptSize,
    programme: hashProgramme(project),
    perimetre: JSON.stringify(readDeclaration(project).perimetre),
    ...network
  };
}

/** True when a part of the national file is refused unless it holds a commune of the perimeter. */
export function mustCover({communeColumn, coverage}: SourceFile): boolean {
  return communeColumn !== undefined && coverage !== "libre";
}

/** The version of each file that a run reads; of a series, each of its years, latest first. */
export function chooseSnapshots(archived: readonly Snapshot[], demo: boolean): Snapshot[] {
  return modules.flatMap(({source}) =>
    source.files.flatMap((file) => latestEditions(archived, source.id, file, {demo}))
  );
}

/** The sources that failed, with the fault of their first file. A folder given with `--from` is not asked to hold every source. */
export function faultsOf({outcomes, recognition}: Collected): {source: string; fault: DataError}[] {
  return outcomes.flatMap((outcome) => {
    const fault = faultOf(outcome);
    if (fault === null) return [];
    const isAbsent = recognition !== null && !recognition.files.some(({source}) => source === outcome.source);
    return isAbsent ? [] : [{source: outcome.source, fault}];
  });
}

function faultOf({outcome, message, files}: CollectOutcome): DataError | null {
  if (outcome !== "echec" && outcome !== "non_disponible") return null;
  const faulty = files.find((file) => file.outcome === outcome && file.code !== null);
  return faulty?.code ? new DataError(faulty.code, message ?? faulty.message ?? "") : null;
}

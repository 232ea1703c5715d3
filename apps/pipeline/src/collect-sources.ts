import {existsSync} from "node:fs";
import {join} from "node:path";
import {
  DataError,
  type Snapshot,
  type SourceFile,
  type SourceModule,
  type SourceOutcome
} from "@observatoire/catalog";
import {
  type CollectOptions,
  type CollectOutcome,
  collectModule,
  formatRecognition,
  latestEditions,
  latestSnapshot,
  openSnapshots,
  type Recognition,
  recogniseFolder
} from "@observatoire/collect";
import {inspectFile} from "@observatoire/warehouse";
import {type Loaded, loadTerritoire, readDeclaration} from "./load-territoire.ts";
import {modules} from "./modules.ts";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";
import {simulateFiles} from "./simulate-files.ts";

export interface CollectInput {
  project: Project;
  reporter: Reporter;
  /** Ids of the wanted sources; empty for all. */
  wanted: readonly string[];
  from: string | undefined;
  demo: boolean;
  seed: number;
  fetch?: typeof globalThis.fetch;
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
  const options = collectOptions(input);
  const recognition =
    from === undefined ? null : await recogniseFolder(from, chosen, {inspect: options.inspect});
  if (recognition) for (const line of formatRecognition(recognition)) reporter.line(line);

  const outcomes = new Map<string, CollectOutcome>();
  for (const module of chosen) {
    const packaged = module.source.files.every(({transport}) => transport.kind === "npm");
    if (demo && from === undefined && !packaged) continue;
    reporter.step(`collecte : ${module.source.title}`);
    outcomes.set(
      module.source.id,
      await collectModule(module, from === undefined ? options : {...options, from})
    );
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
      outcomes.set(
        id,
        await collectModule(module, {
          ...options,
          inspect: (path, file, where) => inspectFile(path, file, {where, communes: []}),
          from: join(project.simulated, id),
          simulated: {seed}
        })
      );
    }
  }
  return {outcomes: [...outcomes.values()], recognition};
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
  return modules
    .filter(({source}) => wanted.length === 0 || wanted.includes(source.id))
    .sort((a, b) => rank(a) - rank(b));
}

function collectOptions({project, reporter, demo, fetch}: CollectInput): CollectOptions {
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
    onProgress: ({file, bytes, total}) =>
      reporter.progress(
        `${file}${bytes > 0 ? ` ${Math.round(bytes / 1e6)} Mo${total ? ` sur ${Math.round(total / 1e6)}` : ""}` : ""}`
      ),
    ...(fetch ? {fetch} : {})
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

/** The first refusal worth stopping for: a file that was received and is wrong. An absent file is not a refusal. */
export function refusal({outcomes}: Collected): DataError | null {
  return firstFault(outcomes, (code) => code !== "SRC_UNAVAILABLE" && code !== "SRC_GONE");
}

/** The producers that could not be reached. A folder given with `--from` is not asked to hold every source. */
export function unreachable({outcomes, recognition}: Collected): DataError | null {
  return recognition ? null : firstFault(outcomes, () => true);
}

function firstFault(outcomes: readonly CollectOutcome[], keep: (code: string) => boolean): DataError | null {
  const faults = outcomes.flatMap(({files}) => files).filter(({code}) => code !== null && keep(code));
  const [first] = faults;
  if (!first?.code || first.message === null) return null;
  return new DataError(first.code, faults.map(({message}) => message).join("\n"));
}

/** What the manifest and the pages call the state of a source. */
export function outcomeOf(source: string, collected: Collected | null, available: boolean): SourceOutcome {
  if (!available) return "non_disponible";
  const outcome = collected?.outcomes.find((candidate) => candidate.source === source)?.outcome;
  return outcome === undefined || outcome === "non_disponible" ? "inchange" : outcome;
}

import {copyFileSync, linkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {
  DataError,
  type Manifest,
  type ManifestSource,
  type RowAccount,
  type Snapshot
} from "@observatoire/catalog";
import type {SourceState} from "@observatoire/collect";
import {buildWarehouse} from "./build-warehouse.ts";
import {loadTerritoire} from "./load-territoire.ts";
import {modules} from "./modules.ts";
import {planRun, type RunPlan} from "./plan-run.ts";
import {type Project, readCommit, readJson} from "./project.ts";
import {publicFailure} from "./public-failure.ts";
import type {Reporter} from "./reporter.ts";
import {currentManifest, currentRun, runId, stageRun} from "./run-folder.ts";

/** The staged run between `build` and `publish`: what the manifest will say of it. */
export type StagedRun = Omit<
  Manifest,
  "endedAt" | "refreshedAt" | "nextBefore" | "simulated" | "programme" | "corrections" | "retraits" | "checks"
> & {
  checks: Manifest["checks"] | null;
};

const stampName = "en-cours.json";

/** Builds the warehouse of a new run in the staging folder. */
export async function buildRun(
  project: Project,
  {demo, reporter, now, plan}: {demo: boolean; reporter: Reporter; now: () => Date; plan?: RunPlan}
): Promise<StagedRun> {
  const {snapshots, fingerprint, state, states, programme} = plan ?? (await planRun(project, {demo, now}));
  const {declaration, perimetre} = loadTerritoire(project, snapshots);
  if (snapshots.length === 0) {
    throw new DataError("NO_RUN", {
      where: "build",
      expected: "des fichiers archivés",
      found: "aucun",
      action: "lancer « npx observatoire collect »"
    });
  }
  stageRun(project);
  const startedAt = now();
  const run = runId(project, startedAt, fingerprint);
  const built = await buildWarehouse({
    project,
    perimetre,
    dateLabel: declaration.label,
    snapshots,
    run,
    programme,
    previous: previousWarehouse(project),
    reporter
  });
  const staged: StagedRun = {
    run,
    dataRun: run,
    previous: currentManifest(project)?.run ?? null,
    startedAt: startedAt.toISOString(),
    commit: readCommit(project.root),
    fingerprint,
    state,
    demo,
    territoire: {code: perimetre.code, nom: perimetre.nom, communes: perimetre.communes.length},
    sources: describeSources(snapshots, built.accounts, states),
    tables: built.tables,
    checks: null
  };
  writeStaged(project, staged);
  return staged;
}

function previousWarehouse(project: Project): string | null {
  const folder = currentRun(project);
  return folder === null ? null : join(folder, "warehouse.duckdb");
}

/**
 * Stages a published run once more, for its pages alone: the values stand, what they say of the day has changed. The
 * warehouse is the same file, by a hard link; a copy on a disk that has none, or when another account owns it.
 */
export function stageAgain(
  project: Project,
  published: Manifest,
  {state, states}: Pick<RunPlan, "state" | "states">,
  now: () => Date
): void {
  stageRun(project);
  const [from, to] = [join(project.runs, published.run), project.staging].map((one) =>
    join(one, "warehouse.duckdb")
  ) as [string, string];
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
  const startedAt = now();
  writeStaged(project, {
    ...published,
    run: runId(project, startedAt, published.fingerprint),
    previous: currentManifest(project)?.run ?? null,
    startedAt: startedAt.toISOString(),
    state,
    sources: published.sources.map((entry) =>
      describeSource(entry.source, entry.files, states.get(entry.source) ?? null, "inchange")
    )
  });
}

export function writeStaged(project: Project, staged: StagedRun): void {
  writeFileSync(join(project.staging, stampName), `${JSON.stringify(staged, null, 1)}\n`);
}

/** The run being made; throws one sentence when there is none. */
export function readStaged(project: Project): StagedRun {
  const staged = readJson<StagedRun>(join(project.staging, stampName));
  if (staged) return staged;
  throw new DataError("NO_RUN", {
    where: "data/runs",
    expected: "un passage construit",
    found: "aucun en cours",
    action: "lancer « npx observatoire build »"
  });
}

function describeSources(
  snapshots: readonly Snapshot[],
  accounts: ReadonlyMap<string, RowAccount>,
  states: ReadonlyMap<string, SourceState>
): ManifestSource[] {
  return modules.map(({source}) => {
    const files = source.files.flatMap((file) =>
      snapshots
        .filter((one) => one.source === source.id && one.file === file.id)
        .map((snapshot, index) => ({
          snapshot,
          // The years of a series are read together: their account stands beside the latest.
          rows: index === 0 ? (accounts.get(`${source.id}/${file.id}`) ?? null) : null,
          partial: snapshot.rows !== null && snapshot.rows < file.rows.min
        }))
    );
    const state = states.get(source.id) ?? null;
    const isNew = files.some(({snapshot}) => state !== null && snapshot.collectedAt >= state.attemptedAt);
    return describeSource(source.id, files, state, isNew ? "collecte" : "inchange");
  });
}

/** What the manifest says of a source: its files, and the last attempt on it. */
function describeSource(
  id: string,
  files: ManifestSource["files"],
  state: SourceState | null,
  fresh: "collecte" | "inchange"
): ManifestSource {
  const declared = modules.find(({source}) => source.id === id)?.source.files ?? [];
  const missing = declared.filter(
    (file) => !file.optional && !files.some(({snapshot}) => snapshot.file === file.id)
  );
  const available = files.length > 0 && missing.length === 0;
  const failure = state?.failure ? publicFailure(state.failure) : null;
  return {
    source: id,
    outcome: !available ? "non_disponible" : failure ? "echec" : fresh,
    message:
      failure?.message ?? (available ? null : `Non collectée : lancer « npx observatoire collect ${id} ».`),
    failure,
    attemptedAt: state?.attemptedAt ?? null,
    durationMs: state?.durationMs ?? null,
    files
  };
}

import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {DataError, type ManifestSource, type RowAccount, type Snapshot} from "@observatoire/catalog";
import {openSnapshots} from "@observatoire/collect";
import {buildWarehouse} from "./build-warehouse.ts";
import {type Collected, chooseSnapshots, outcomeOf} from "./collect-sources.ts";
import {computeFingerprint} from "./fingerprint.ts";
import {loadTerritoire} from "./load-territoire.ts";
import {modules} from "./modules.ts";
import {type Project, readCommit, readJson} from "./project.ts";
import type {Reporter} from "./reporter.ts";
import {runId, stageRun} from "./run-folder.ts";

/** The staged run between `build` and `publish`: what the manifest will say of it. */
export interface StagedRun {
  run: string;
  startedAt: string;
  commit: string;
  fingerprint: string;
  demo: boolean;
  territoire: {code: string; nom: string; communes: number};
  sources: ManifestSource[];
  tables: {name: string; rows: number}[];
  checks: {name: string; severity: "error" | "warning"; guilty: number; sentence: string}[] | null;
}

const stampName = "en-cours.json";

/** Snapshots and fingerprint of the run that could be made now. */
export async function planRun(
  project: Project,
  demo: boolean
): Promise<{snapshots: Snapshot[]; fingerprint: string}> {
  const snapshots = chooseSnapshots(await openSnapshots(project.data), demo);
  return {snapshots, fingerprint: computeFingerprint(project, snapshots, demo)};
}

/** Builds the warehouse of a new run in the staging folder. */
export async function buildRun(
  project: Project,
  {
    demo,
    reporter,
    collected = null,
    now = new Date()
  }: {demo: boolean; reporter: Reporter; collected?: Collected | null; now?: Date}
): Promise<StagedRun> {
  const {snapshots, fingerprint} = await planRun(project, demo);
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
  const run = runId(now, fingerprint);
  const built = await buildWarehouse({
    project,
    perimetre,
    dateLabel: declaration.label,
    snapshots,
    run,
    reporter
  });
  const staged: StagedRun = {
    run,
    startedAt: now.toISOString(),
    commit: readCommit(project.root),
    fingerprint,
    demo,
    territoire: {code: perimetre.code, nom: perimetre.nom, communes: perimetre.communes.length},
    sources: describeSources(snapshots, built.accounts, collected),
    tables: built.tables,
    checks: null
  };
  writeStaged(project, staged);
  return staged;
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
  collected: Collected | null
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
    const found = collected?.outcomes.find((outcome) => outcome.source === source.id);
    const missing = source.files.filter(
      (file) => !file.optional && !files.some((one) => one.snapshot.file === file.id)
    );
    const available = files.length > 0 && missing.length === 0;
    return {
      source: source.id,
      outcome: outcomeOf(source.id, collected, available),
      message: available
        ? (found?.message ?? null)
        : `Non collectée : lancer « npx observatoire collect ${source.id} ».`,
      files
    };
  });
}

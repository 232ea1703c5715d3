import {join} from "node:path";
import {
  DataError,
  listForms,
  type Manifest,
  type RowAccount,
  type Snapshot,
  type SourceFile,
  type SourceModule
} from "@observatoire/catalog";
import {buildIndicators} from "@observatoire/indicators";
import {type Perimetre, stagingRoots} from "@observatoire/ingest-geography";
import {
  accountRows,
  type BuiltModel,
  buildModels,
  checkCommuneCodes,
  holdRaw,
  type Model,
  openWarehouse,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";
import {writeSlices} from "./archive-slices.ts";
import {mustCover} from "./collect-sources.ts";
import {createCountTables} from "./count-tables.ts";
import {createTextTable, loadReference} from "./load-reference.ts";
import {createSnapshotTable, recordAccounts, recordModels} from "./meta-tables.ts";
import {modules} from "./modules.ts";
import type {Project} from "./project.ts";
import type {Reporter} from "./reporter.ts";
import {orSetAside} from "./set-aside.ts";

export interface BuildInput {
  project: Project;
  perimetre: Perimetre;
  dateLabel: string | null;
  /** The chosen snapshot of each available file. */
  snapshots: readonly Snapshot[];
  run: string;
  /** Warehouse of the published run, or null. */
  previous: string | null;
  /** Hash of the program, kept beside the files it refuses. */
  programme: string;
  reporter: Reporter;
}

export interface BuildResult {
  models: BuiltModel[];
  /** By "source/file". */
  accounts: Map<string, RowAccount>;
  tables: Manifest["tables"];
}

/** Makes `warehouse.duckdb` of the staged run: raw views, staging, row accounts, core, indicators, marts. */
export async function buildWarehouse(input: BuildInput): Promise<BuildResult> {
  const {project, reporter} = input;
  const warehouse = await openWarehouse(join(project.staging, "warehouse.duckdb"), {
    memoryLimit: process.env.OBSERVATOIRE_MEMOIRE ?? "4GB",
    tempDirectory: join(project.staging, "tmp")
  });
  try {
    reporter.step("lecture des fichiers archivés");
    await loadReference(warehouse, project.reference);
    await loadPerimetre(warehouse, input);
    const files = modules.flatMap((module) =>
      module.source.files.filter(({dialect}) => dialect.format !== "geojson").map((file) => ({module, file}))
    );
    for (const {module, file} of files) await openRaw(warehouse, input, module, file);

    await createSnapshotTable(warehouse, input.snapshots);
    const staging = await readModels([
      ...modules.map(({directory}) => ({directory})),
      ...stagingRoots.map((directory) => ({directory}))
    ]);
    const held = await holdLargeFiles(warehouse, input, staging);

    reporter.step("chargement des sources");
    const accounts = new Map<string, RowAccount>();
    const ready = new Set<string>();
    const built = await buildModels(warehouse, staging, {
      onModel: async ({name}) => {
        reporter.progress(name);
        ready.add(name);
        for (const {module, file} of files) {
          const {id} = module.source;
          const tables = stagedTables(id, file);
          if (!tables.includes(name) || tables.some((table) => !ready.has(table))) continue;
          const snapshots = findSnapshots(input.snapshots, id, file.id);
          if (snapshots.length === 0) continue;
          const read = snapshots.reduce((total, {rows}) => total + (rows ?? 0), 0);
          const account = await orSetAside(project, snapshots, input.programme, () =>
            accountRows(warehouse, id, file, {read})
          );
          accounts.set(`${id}/${file.id}`, account);
        }
      }
    });

    for (const release of held) await release();

    reporter.step("calcul des indicateurs");
    await buildIndicators(warehouse, {
      run: input.run,
      onModel: async (model) => {
        reporter.progress(model.name);
        built.push(model);
        if (model.name !== "core.passage_commune") return;
        const overseas = await warehouse.all<{code: string}>(
          "select code_commune as code from staging.decoupage__commune where zone = 'com'"
        );
        const outOfScope = overseas.map(({code}) => code);
        for (const {module, file} of files) {
          const snapshots = findSnapshots(input.snapshots, module.source.id, file.id);
          if (snapshots.length === 0) continue;
          await orSetAside(project, snapshots, input.programme, () =>
            checkCommuneCodes(warehouse, module.source.id, file, outOfScope)
          );
          const isPartial = snapshots.some(({rows, simulated}) => !simulated && (rows ?? 0) < file.rows.min);
          if (isPartial) await requireCoverage(warehouse, module, file);
        }
      }
    });
    await recordModels(warehouse, project.root, built);
    await recordAccounts(warehouse, accounts);
    await createCountTables(warehouse, input);
    await writeSlices(warehouse, {
      project,
      snapshots: input.snapshots,
      territoire: input.perimetre.code,
      modules
    });
    await warehouse.run("checkpoint");
    const tables = await warehouse.all<{name: string; rows: number}>("from meta.compte order by name");
    return {models: built, accounts, tables};
  } finally {
    warehouse.close();
  }
}

async function openRaw(
  warehouse: Warehouse,
  input: BuildInput,
  {source}: SourceModule,
  file: SourceFile
): Promise<void> {
  const parts = findSnapshots(input.snapshots, source.id, file.id).map(({path, form}) => ({
    path: join(input.project.data, path),
    form
  }));
  await registerRaw(warehouse, source.id, file, parts);
}

/** Text files that three models or more read are parsed once; the functions returned give their views back. */
async function holdLargeFiles(
  warehouse: Warehouse,
  {project, snapshots, reporter}: BuildInput,
  models: readonly Model[]
): Promise<(() => Promise<void>)[]> {
  const held: (() => Promise<void>)[] = [];
  for (const {source} of modules) {
    for (const file of source.files) {
      const [snapshot] = findSnapshots(snapshots, source.id, file.id);
      const format = snapshot && listForms(file)[snapshot.form ?? 0]?.dialect.format;
      const readers = models.filter(({dependencies}) =>
        dependencies.includes(`raw.${source.id}__${file.id}`)
      );
      if (format !== "csv" || readers.length < 3) continue;
      reporter.progress(`lecture de ${file.title}`);
      held.push(
        await holdRaw(warehouse, source.id, file, {
          bytes: snapshot?.unpackedBytes ?? 0,
          directory: project.staging
        })
      );
    }
  }
  return held;
}

/** Tables that must be there before the rows of a file are accounted for. */
function stagedTables(source: string, {id, reduced}: SourceFile): string[] {
  return [id, ...(reduced === undefined ? [] : [reduced])].map((entity) => `staging.${source}__${entity}`);
}

/** An archived file covered the perimeter of its day; the perimeter may have changed since. */
async function requireCoverage(
  warehouse: Warehouse,
  {source}: SourceModule,
  file: SourceFile
): Promise<void> {
  if (!mustCover(file)) return;
  const [found] = await warehouse.all<{communes: number}>(
    `select count(distinct passage.code_commune)::integer as communes
     from staging."${source.id}__${file.id}" as fichier
     inner join core.passage_commune as passage on passage.code_source = fichier."${file.communeColumn}"
     semi join staging.perimetre__commune as perimetre on perimetre.code_commune = passage.code_commune`
  );
  if ((found?.communes ?? 0) > 0) return;
  throw new DataError("COVERAGE", {
    where: `${source.id}/${file.id}`,
    expected: "au moins une commune du périmètre",
    found: "aucune",
    action: `collecter à nouveau cette source pour ce territoire (npx observatoire collect ${source.id})`
  });
}

/** The archived file, or the years of a series. */
function findSnapshots(snapshots: readonly Snapshot[], source: string, file: string): Snapshot[] {
  return snapshots.filter((snapshot) => snapshot.source === source && snapshot.file === file);
}

async function loadPerimetre(warehouse: Warehouse, {perimetre, dateLabel}: BuildInput): Promise<void> {
  await warehouse.run("create schema if not exists raw");
  await createTextTable(
    warehouse,
    "raw.perimetre__commune",
    perimetre.communes.map(({code}) => ({code_commune: code}))
  );
  await createTextTable(
    warehouse,
    "raw.perimetre__territoire",
    [{code_territoire: perimetre.code, nom: perimetre.nom, date_label: dateLabel}],
    {code_territoire: "varchar", nom: "varchar", date_label: "date"}
  );
}

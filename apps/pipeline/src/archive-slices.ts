import {createHash} from "node:crypto";
import {chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Snapshot, SourceFile, SourceModule} from "@observatoire/catalog";
import {heavyBytes, sliceName} from "@observatoire/collect";
import {quoteIdentifier, quoteText, type Warehouse} from "@observatoire/warehouse";
import type {Project} from "./project.ts";

export interface SliceInput {
  project: Project;
  /** The archived files that this warehouse read. */
  snapshots: readonly Snapshot[];
  /** Code of the territory, after which slices are named. */
  territoire: string;
  modules: readonly SourceModule[];
}

/**
 * Writes beside each heavy archived file the staged rows of the territory, as a Parquet file: what stays of a vintage once
 * its file is pruned. No command reads them. They are for a person, with DuckDB or any reader of Parquet: to look at a former
 * vintage again, or to check a figure of a run that is gone. They cannot make a run again: neighbours, the region and France
 * are not in them, the columns and the communes are those of the program and of the territory of that day, and their bytes
 * are not the producer's, which the hash of the card still names. A slice made for the same communes is left as it is.
 * Called while the warehouse is open, once `core.passage_commune` is there; returns the paths written.
 */
export async function writeSlices(
  warehouse: Warehouse,
  {project, snapshots, territoire, modules}: SliceInput
): Promise<string[]> {
  const written: string[] = [];
  const perimetre = await hashPerimetre(warehouse);
  for (const {source} of modules) {
    for (const file of source.files) {
      const editions = snapshots.filter((one) => one.source === source.id && one.file === file.id);
      for (const snapshot of editions.filter(({unpackedBytes}) => unpackedBytes >= heavyBytes)) {
        const path = join(project.data, dirname(snapshot.path), sliceName(territoire));
        if ((await readPerimetre(warehouse, path)) === perimetre) continue;
        const rows = await selectRows(warehouse, file, snapshot, editions);
        if (rows === null) continue;
        const {sha256, vintage} = snapshot;
        await copyRows(warehouse, rows, path, {
          perimetre,
          territoire,
          source: source.id,
          file: file.id,
          vintage,
          sha256
        });
        written.push(path);
      }
    }
  }
  return written;
}

/** Staged rows that came from one archived file, in the territory; null when staging cannot tell them. */
async function selectRows(
  warehouse: Warehouse,
  file: SourceFile,
  snapshot: Snapshot,
  editions: readonly Snapshot[]
): Promise<string | null> {
  const table = `${snapshot.source}__${file.id}`;
  const columns = await warehouse.all<{column_name: string}>(
    "select column_name from duckdb_columns() where schema_name = 'staging' and table_name = $1",
    [table]
  );
  const has = (name: string) => columns.some(({column_name}) => column_name === name);
  const {communeColumn, series} = file;
  if (columns.length === 0 || (communeColumn !== undefined && !has(communeColumn))) return null;
  const conditions: string[] = [];
  if (communeColumn !== undefined) {
    conditions.push(`${quoteIdentifier(communeColumn)} in (
      select passage.code_source
      from core.passage_commune as passage
      semi join staging.perimetre__commune as perimetre on perimetre.code_commune = passage.code_commune
    )`);
  }
  if (series) {
    if (series.date === undefined || !has(series.date)) return null;
    conditions.push(yearCondition(series.date, snapshot, editions));
  }
  const where = conditions.length > 0 ? ` where ${conditions.join(" and ")}` : "";
  return `select * from staging.${quoteIdentifier(table)}${where}`;
}

/** The rows of one year of a series. Those of no archived year go with the latest, so that the slices lose no row. */
function yearCondition(column: string, snapshot: Snapshot, editions: readonly Snapshot[]): string {
  const year = ({vintageDate}: Snapshot) => vintageDate.slice(0, 4);
  const cell = `year(${quoteIdentifier(column)})`;
  const others = editions.map(year).filter((one) => one !== year(snapshot));
  const isLatest = others.every((one) => one < year(snapshot));
  if (!isLatest) return `${cell} = ${year(snapshot)}`;
  return others.length === 0 ? "true" : `(${cell} is null or ${cell} not in (${others.join(", ")}))`;
}

/** Complete or absent, on the disk before its name is given, and read-only as the archive is. */
async function copyRows(
  warehouse: Warehouse,
  select: string,
  path: string,
  facts: Record<string, string>
): Promise<void> {
  const part = `${path}.part`;
  const metadata = Object.entries(facts).map(([key, value]) => `${key}: ${quoteText(value)}`);
  try {
    await warehouse.run(
      `copy (${select}) to ${quoteText(part)}
       (format parquet, compression zstd, use_tmp_file false, kv_metadata {${metadata.join(", ")}})`
    );
    sync(part);
    chmodSync(part, 0o444);
    renameSync(part, path);
    sync(dirname(path));
  } finally {
    rmSync(part, {force: true});
  }
}

/** Communes for which a slice was made; null when there is none, or when it cannot be read. */
async function readPerimetre(warehouse: Warehouse, path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  try {
    const [found] = await warehouse.all<{perimetre: string}>(
      `select decode(value) as perimetre from parquet_kv_metadata(${quoteText(path)}) where decode(key) = 'perimetre'`
    );
    return found?.perimetre ?? null;
  } catch {
    return null;
  }
}

async function hashPerimetre(warehouse: Warehouse): Promise<string> {
  const communes = await warehouse.all<{code: string}>(
    "select code_commune as code from staging.perimetre__commune order by 1"
  );
  return createHash("sha256")
    .update(communes.map(({code}) => code).join(" "))
    .digest("hex");
}

function sync(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

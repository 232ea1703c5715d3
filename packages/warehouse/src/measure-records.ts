import {readFile} from "node:fs/promises";
import {DataError, readDialect, type SourceFile} from "@observatoire/catalog";
import {bindHeader} from "./bind-header.ts";
import type {Measure} from "./inspect-file.ts";
import {measureValues} from "./measure-csv.ts";
import {openWarehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";
import {readRelation} from "./raw-relation.ts";
import {readHead} from "./read-head.ts";
import {refuseBytes} from "./refuse-bytes.ts";

const sampleSize = 20;

/** Measures a parquet, JSON or GeoJSON file. */
export async function measureRecords(path: string, where: string, file: SourceFile): Promise<Measure> {
  const {bytes, size} = await readHead(path);
  const {format} = readDialect(file);
  if (format === "csv" || format === "xlsx") throw new Error(`${where} : format ${format} inattendu`);
  refuseBytes(where, bytes, format);
  const {header, rows, ...typed} =
    format === "parquet" ? await readParquet(path, where) : await readJson(path, where, format);
  // Before any value is read: DuckDB takes no two names that differ by their case.
  bindHeader(where, file, header);
  const relation = readRelation(path, file, header, size);
  const memory = await openWarehouse(":memory:");
  try {
    const cells = header.map((name) => `${quoteIdentifier(name)}::varchar as ${quoteIdentifier(name)}`);
    const first = await memory.all<Record<string, string | null>>(
      `select ${cells.join(", ")} from ${relation} limit ${sampleSize}`
    );
    const sample = first.map((row) => header.map((name) => row[name] ?? ""));
    return {header, sample, rows, ...typed, ...measureValues(relation)};
  } finally {
    memory.close();
  }
}

/** Names in the order of the file; for JSON, every key met in any record. */
export async function readRecordHeader(path: string, where: string, file: SourceFile): Promise<string[]> {
  const {format} = readDialect(file);
  if (format === "parquet") return (await readParquet(path, where)).header;
  return (await readJson(path, where, format === "geojson" ? "geojson" : "json")).header;
}

async function readParquet(
  path: string,
  where: string
): Promise<Required<Pick<Measure, "header" | "rows" | "types">>> {
  const memory = await openWarehouse(":memory:");
  try {
    const columns = await memory.all<{column_name: string; column_type: string}>(
      `describe select * from read_parquet(${quoteText(path)})`
    );
    const [count] = await memory.all<{n: number}>(
      `select sum(num_rows)::bigint as n from parquet_file_metadata(${quoteText(path)})`
    );
    const types = Object.fromEntries(columns.map(({column_name, column_type}) => [column_name, column_type]));
    return {header: columns.map(({column_name}) => column_name), rows: count?.n ?? 0, types};
  } catch (cause) {
    throw truncated(where, "un fichier Parquet entier", "un fichier sans pied de page lisible", cause);
  } finally {
    memory.close();
  }
}

async function readJson(path: string, where: string, format: "json" | "geojson") {
  const records = await parseRecords(path, where, format);
  const keys = new Set<string>();
  for (const record of records) {
    const fields = format === "geojson" ? (record as {properties?: object | null}).properties : record;
    for (const key of Object.keys(fields ?? {})) keys.add(key);
  }
  if (format === "geojson") keys.add("geometry");
  return {header: [...keys], rows: records.length};
}

async function parseRecords(path: string, where: string, format: "json" | "geojson"): Promise<object[]> {
  let content: unknown;
  try {
    content = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw truncated(where, "du JSON entier", "du JSON illisible ou coupé", cause);
  }
  const records = format === "json" ? content : (content as {features?: unknown}).features;
  if (Array.isArray(records)) return records;
  throw new DataError("NOT_DATA", {
    where,
    expected: format === "json" ? "un tableau JSON" : "un GeoJSON avec « features »",
    found: `un objet avec ${Object.keys(content as object)
      .slice(0, 5)
      .map((key) => `« ${key} »`)
      .join(", ")}`,
    action: "ouvrir l'adresse dans un navigateur pour voir ce que le producteur répond, puis relancer"
  });
}

function truncated(where: string, expected: string, found: string, cause: unknown): DataError {
  return new DataError("TRUNCATED", {where, expected, found, action: "retélécharger le fichier"}, {cause});
}

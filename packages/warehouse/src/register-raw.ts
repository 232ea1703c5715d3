import {type HeaderMatch, listForms, readDialect, type SourceFile} from "@observatoire/catalog";
import {bindHeader} from "./bind-header.ts";
import {readRecordHeader} from "./measure-records.ts";
import {nameRejects} from "./name-rejects.ts";
import {openCsv} from "./open-csv.ts";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier} from "./quote-sql.ts";
import {listEmptyColumns, listRawColumns, type RawColumn, readCsvCall, readRelation} from "./raw-relation.ts";
import {readHead} from "./read-head.ts";
import {rejectRecords} from "./reject-records.ts";

/** The unpacked file, in one of its forms; its header is read again, for the bytes alone are the truth. */
export interface RawFile {
  path: string;
  /** Rank in `listForms`; absent: the main one. */
  form?: number | undefined;
  match?: HeaderMatch;
}

/**
 * Creates `raw.<source>__<file>`: a view on the file, or on all the files of a series, columns under their declared
 * names and types, or, when there is no file, an empty table of the same columns. Returns its name. Bad rows go to
 * reject tables (see `accountRows`).
 */
export async function registerRaw(
  warehouse: Warehouse,
  source: string,
  file: SourceFile,
  opened: RawFile | readonly RawFile[] | null
): Promise<string> {
  const parts = opened === null ? [] : [opened].flat();
  const name = `raw.${quoteIdentifier(`${source}__${file.id}`)}`;
  await warehouse.run("create schema if not exists raw");
  await dropRaw(warehouse, `${source}__${file.id}`, name);
  for (const index of parts.keys()) await dropRejects(warehouse, nameRejects(source, file, index));
  if (parts.length === 0) {
    const columns = listEmptyColumns(file).map((column) => `${quoteIdentifier(column.name)} ${column.type}`);
    await warehouse.run(`create table ${name} (${columns.join(", ")})`);
  } else {
    const forms = listForms(file);
    const selects: string[] = [];
    for (const [index, part] of parts.entries()) {
      selects.push(await writeRawSelect(warehouse, source, forms[part.form ?? 0] ?? file, part, index));
    }
    await warehouse.run(`create view ${name} as ${selects.join(" union all by name ")}`);
  }
  return `raw.${source}__${file.id}`;
}

async function dropRaw(warehouse: Warehouse, table: string, name: string): Promise<void> {
  const [existing] = await warehouse.all<{table_type: string}>(
    "select table_type from information_schema.tables where table_schema = 'raw' and table_name = $1",
    [table]
  );
  if (existing) await warehouse.run(`drop ${existing.table_type === "VIEW" ? "view" : "table"} ${name}`);
}

/** Rows that a former reading left out are not those of this file. */
async function dropRejects(warehouse: Warehouse, {errors, scans}: ReturnType<typeof nameRejects>) {
  for (const table of [errors, scans]) await warehouse.run(`drop table if exists ${quoteIdentifier(table)}`);
}

async function writeRawSelect(
  warehouse: Warehouse,
  source: string,
  file: SourceFile,
  {path, match}: RawFile,
  part: number
): Promise<string> {
  const where = `${source}/${file.id}`;
  const dialect = readDialect(file);
  if (dialect.format !== "csv") {
    const header = await readRecordHeader(path, where, file);
    const columns = listRawColumns(file, match ?? bindHeader(where, file, header));
    const {size} = await readHead(path);
    const relation = readRelation(path, file, header, size);
    const {errors} = nameRejects(source, file, part);
    const readable = await rejectRecords(warehouse, relation, columns, errors);
    // A filter does not keep DuckDB from casting the rows it leaves out.
    const cast = readable === null ? "cast" : "try_cast";
    const cells = columns.map((column) => writeCell(column, (from) => `${cast}(${from} as ${column.type})`));
    return `select ${cells.join(", ")} from ${relation}${readable === null ? "" : ` where ${readable}`}`;
  }
  const {header} = await openCsv(path, where, file, dialect);
  const columns = listRawColumns(file, match ?? bindHeader(where, file, header));
  const types = Object.fromEntries(columns.map(({header: from, type}) => [from, type]));
  const {errors, scans} = nameRejects(source, file, part);
  const options = ["store_rejects = true", `rejects_table = '${errors}'`, `rejects_scan = '${scans}'`];
  const cells = columns.map((column) => writeCell(column, (from) => from));
  return `select ${cells.join(", ")} from ${readCsvCall(path, file, header, {types, options})}`;
}

function writeCell(column: RawColumn, read: (from: string) => string): string {
  const value = column.header === null ? `null::${column.type}` : read(quoteIdentifier(column.header));
  return `${value} as ${quoteIdentifier(column.name)}`;
}

import {createReadStream, createWriteStream} from "node:fs";
import {mkdir, rename, rm} from "node:fs/promises";
import {dirname} from "node:path";
import {pipeline} from "node:stream/promises";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";

/** `csv-fr` opens in a French Excel: semicolons, decimal commas, byte order mark. */
export type ExportFormat = "csv" | "csv-fr" | "json" | "parquet";

const copyOptions: Record<ExportFormat, string> = {
  csv: "format csv, header",
  "csv-fr": "format csv, header, delimiter ';'",
  json: "format json, array true",
  parquet: "format parquet, compression snappy"
};

/** Writes the rows of a select to a file, complete or absent: a temporary name beside it, then a rename. */
export async function exportTable(
  warehouse: Warehouse,
  sql: string,
  path: string,
  {format}: {format: ExportFormat}
): Promise<void> {
  const part = `${path}.part`;
  const marked = `${path}.bom`;
  await mkdir(dirname(path), {recursive: true});
  try {
    const select = format === "csv-fr" ? await writeDecimalCommas(warehouse, sql) : sql;
    await warehouse.run(
      `copy (${select}\n) to ${quoteText(part)} (${copyOptions[format]}, use_tmp_file false)`
    );
    if (format === "csv-fr") await addByteOrderMark(part, marked);
    await rename(format === "csv-fr" ? marked : part, path);
  } finally {
    await rm(part, {force: true});
    await rm(marked, {force: true});
  }
}

async function writeDecimalCommas(warehouse: Warehouse, sql: string): Promise<string> {
  const columns = await warehouse.all<{column_name: string; column_type: string}>(`describe (${sql}\n)`);
  const cells = columns.map(({column_name, column_type}) => {
    const name = quoteIdentifier(column_name);
    if (!/^(DOUBLE|FLOAT|DECIMAL)/.test(column_type)) return name;
    return `replace(regexp_replace(${name}::varchar, '\\.0$', ''), '.', ',') as ${name}`;
  });
  return `select ${cells.join(", ")} from (${sql}\n)`;
}

async function addByteOrderMark(from: string, to: string): Promise<void> {
  const output = createWriteStream(to);
  output.write("\uFEFF");
  await pipeline(createReadStream(from), output);
}

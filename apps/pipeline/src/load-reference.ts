import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {DataError} from "@observatoire/catalog";
import type {Warehouse} from "@observatoire/warehouse";
import Papa from "papaparse";

/** Rows of a table of facts written by people: `# source: …` lines, then a header, then text cells. */
export function readReferenceTable(path: string): Record<string, string>[] {
  const text = readFileSync(path, "utf8").replace(/^(#.*\r?\n)+/, "");
  const {data, errors} = Papa.parse<Record<string, string>>(text, {header: true, skipEmptyLines: true});
  const [first] = errors;
  if (first) {
    throw new DataError("DIALECT", {
      where: `data/reference/${basename(path)}, ligne ${(first.row ?? 0) + 2}`,
      expected: "un CSV à virgules avec en-tête",
      found: first.message,
      action: "corriger la ligne"
    });
  }
  return data;
}

/** Loads each `data/reference/<name>.csv` as `reference.<name>`, all text. */
export async function loadReference(warehouse: Warehouse, directory: string): Promise<void> {
  await warehouse.run("create schema if not exists reference");
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith(".csv"))
    .sort()) {
    await createTextTable(
      warehouse,
      `reference.${basename(file, ".csv")}`,
      readReferenceTable(join(directory, file))
    );
  }
}

/** Creates a table of text columns from rows; types of some columns may be given. */
export async function createTextTable(
  warehouse: Warehouse,
  table: string,
  rows: readonly Record<string, string | null>[],
  columns: Record<string, string> = Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((name) => [name, "varchar"])
  )
): Promise<void> {
  const fields = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  await warehouse.run(`create or replace table ${table} (${fields.join(", ")})`);
  if (rows.length === 0) return;
  const picked = Object.entries(columns).map(
    ([name, type]) => `(json_extract_string(ligne, '$."${name}"'))::${type}`
  );
  await warehouse.run(
    `insert into ${table} select ${picked.join(", ")} from (select unnest(json_extract($1::json, '$[*]')) as ligne)`,
    [JSON.stringify(rows)]
  );
}

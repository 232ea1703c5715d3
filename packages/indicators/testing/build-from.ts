import {buildModels, openWarehouse, quoteText, readModels, type Warehouse} from "@observatoire/warehouse";
import {modelRoots} from "../src/folders.ts";
import {readUpstream} from "../src/read-sources.ts";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Hand-made tables by name; the columns are those of the first row. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/**
 * In-memory warehouse with the given tables and the real models of `targets` on top: what lies between is built too.
 * Close it, or let the test process end.
 */
export async function buildFrom(tables: Tables, targets: readonly string[]): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:");
  for (const [name, rows] of Object.entries(tables)) await createTable(warehouse, name, rows);
  const models = await readModels(modelRoots);
  const given = Object.keys(tables);
  const wanted = new Set(targets.flatMap((target) => [target, ...readUpstream(target, models, given)]));
  await buildModels(
    warehouse,
    models.filter(({name}) => wanted.has(name) && !given.includes(name))
  );
  return warehouse;
}

/** Rows of one model over hand-made tables, sorted by all columns. */
export async function readModel<T = Row>(tables: Tables, target: string): Promise<T[]> {
  const warehouse = await buildFrom(tables, [target]);
  const rows = await warehouse.all<T>(`from ${target} order by all`);
  warehouse.close();
  return rows;
}

export async function createTable(warehouse: Warehouse, name: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!).map((column) => ({
    column,
    type: typeOf(
      column,
      rows.map((row) => row[column] ?? null)
    )
  }));
  const values = rows.map((row) => `(${columns.map(({column}) => literal(row[column] ?? null)).join(", ")})`);
  await warehouse.run(`create schema if not exists ${name.split(".")[0]}`);
  await warehouse.run(
    `create or replace table ${name} (${columns.map(({column, type}) => `${column} ${type}`).join(", ")})`
  );
  await warehouse.run(`insert into ${name} values ${values.join(", ")}`);
}

function typeOf(column: string, values: readonly (string | number | boolean | null)[]): string {
  const sample = values.find((value) => value !== null);
  if (column.startsWith("date_")) return "date";
  if (typeof sample === "boolean") return "boolean";
  if (typeof sample === "string") return "varchar";
  return /^(annee|communes|cellules|etablissements_inconnus|population)/.test(column) ? "integer" : "double";
}

function literal(value: string | number | boolean | null): string {
  return typeof value === "string" ? quoteText(value) : String(value);
}

import type {Warehouse} from "./open-warehouse.ts";
import {orderModels} from "./order-models.ts";
import {quoteIdentifier} from "./quote-sql.ts";
import type {Model} from "./read-models.ts";

/** What a model made: `rows` in its table, `ms` to build it. */
export interface BuiltModel extends Omit<Model, "sql"> {
  rows: number;
  ms: number;
}

export interface BuildOptions {
  /** Called after each model, awaited: the place to account for its rows. */
  onModel?: (model: BuiltModel) => void | Promise<void>;
}

/**
 * Builds each model as a table, dependencies first. Every table a model reads is a model or exists already.
 * A failure names the model and its file, and keeps DuckDB's error as its cause.
 */
export async function buildModels(
  warehouse: Warehouse,
  models: readonly Model[],
  {onModel}: BuildOptions = {}
): Promise<BuiltModel[]> {
  const tables = await warehouse.all<{name: string}>(
    "select table_schema || '.' || table_name as name from information_schema.tables"
  );
  const ordered = orderModels(
    models,
    tables.map(({name}) => name)
  );
  const built: BuiltModel[] = [];
  for (const model of ordered) {
    const result = await buildModel(warehouse, model);
    built.push(result);
    await onModel?.(result);
  }
  return built;
}

async function buildModel(warehouse: Warehouse, {sql, ...model}: Model): Promise<BuiltModel> {
  const [schema = "", table = ""] = model.name.split(".");
  const started = performance.now();
  try {
    await warehouse.run(`create schema if not exists ${quoteIdentifier(schema)}`);
    const target = `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
    const [count] = await warehouse.all<{Count: number}>(`create or replace table ${target} as ${sql}`);
    return {...model, rows: count?.Count ?? 0, ms: Math.round(performance.now() - started)};
  } catch (cause) {
    throw new Error(`${model.name} (${model.file}) ne se construit pas : ${(cause as Error).message}`, {
      cause
    });
  }
}

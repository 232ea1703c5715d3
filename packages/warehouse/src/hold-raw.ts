import type {SourceFile} from "@observatoire/catalog";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier} from "./quote-sql.ts";

/**
 * Parses `raw.<source>__<file>` once, for models that read a large CSV several times: declared columns only, in memory
 * and spilled beside the warehouse when it overflows. Returns the function that makes it a view on the file again.
 */
export async function holdRaw(
  warehouse: Warehouse,
  source: string,
  file: SourceFile
): Promise<() => Promise<void>> {
  const name = `${source}__${file.id}`;
  const view = `raw.${quoteIdentifier(name)}`;
  const scratch = quoteIdentifier(`brut_${name}`);
  const [found] = await warehouse.all<{sql: string}>(
    "select sql from duckdb_views() where schema_name = 'raw' and view_name = $1",
    [name]
  );
  if (!found) throw new Error(`${view} n'est pas une vue`);
  const columns = Object.keys(file.columns).map(quoteIdentifier).join(", ");
  await warehouse.run(`attach ':memory:' as ${scratch}`);
  await warehouse.run(`create table ${scratch}.lignes as select ${columns} from ${view}`);
  await warehouse.run(`create or replace view ${view} as from ${scratch}.lignes`);
  return async () => {
    await warehouse.run(`drop view ${view}`);
    await warehouse.run(found.sql);
    await warehouse.run(`detach ${scratch}`);
  };
}

import {rm} from "node:fs/promises";
import {join} from "node:path";
import type {SourceFile} from "@observatoire/catalog";
import type {Warehouse} from "./open-warehouse.ts";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";

/** Size of a text file, in bytes, above which its columns are held on disk, compressed: slower to write, but it fits in memory. */
const heldInMemoryBelow = 1.5e9;

/**
 * Parses `raw.<source>__<file>` once, for models that read a large CSV of `bytes` several times: declared columns only, in
 * memory, or in a scratch base of `directory`. Returns the function that makes it a view on the file again.
 */
export async function holdRaw(
  warehouse: Warehouse,
  source: string,
  file: SourceFile,
  {bytes, directory}: {bytes: number; directory: string}
): Promise<() => Promise<void>> {
  const name = `${source}__${file.id}`;
  const view = `raw.${quoteIdentifier(name)}`;
  const scratch = quoteIdentifier(`brut_${name}`);
  const [found] = await warehouse.all<{sql: string}>(
    "select sql from duckdb_views() where schema_name = 'raw' and view_name = $1",
    [name]
  );
  if (!found) throw new Error(`${view} n'est pas une vue`);
  const families = (file.families ?? []).map((family) => `${family.name}_`);
  const described = await warehouse.all<{column_name: string}>(`describe ${view}`);
  const columns = described
    .map(({column_name}) => column_name)
    .filter((column) => column in file.columns || families.some((start) => column.startsWith(start)))
    .map(quoteIdentifier)
    .join(", ");
  const path = bytes < heldInMemoryBelow ? ":memory:" : join(directory, `brut_${name}.duckdb`);
  await rm(path, {force: true});
  await warehouse.run(`attach ${quoteText(path)} as ${scratch}`);
  await warehouse.run(`create table ${scratch}.lignes as select ${columns} from ${view}`);
  await warehouse.run(`create or replace view ${view} as from ${scratch}.lignes`);
  return async () => {
    await warehouse.run(`drop view ${view}`);
    await warehouse.run(found.sql);
    await warehouse.run(`detach ${scratch}`);
    await rm(path, {force: true});
  };
}

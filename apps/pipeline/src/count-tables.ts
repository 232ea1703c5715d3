import {DataError} from "@observatoire/catalog";
import {quoteText, type Warehouse} from "@observatoire/warehouse";
import {modules} from "./modules.ts";

/**
 * What the checks compare: `meta.compte`, the rows of each table of this run, `meta.compte_partition`, those of each staged
 * file by département, and the same of the published run, `meta.precedent` and `meta.precedent_partition`. The last two are
 * empty when they would not compare: no published run, another perimeter, another program, simulated against real.
 */
export async function createCountTables(
  warehouse: Warehouse,
  {previous, programme}: {previous: string | null; programme: string}
): Promise<void> {
  await warehouse.run(
    `create or replace table meta.programme as select ${quoteText(programme)} as programme`
  );
  await warehouse.run(`create or replace table meta.compte as ${countTables("current_database()")}`);
  await countPartitions(warehouse, "meta.compte_partition", null);
  await warehouse.run("create or replace table meta.precedent (name varchar, rows bigint)");
  await warehouse.run(
    "create or replace table meta.precedent_partition (name varchar, partition varchar, rows bigint)"
  );
  if (previous === null) return;
  try {
    await warehouse.run(`attach ${quoteText(previous)} as precedent (read_only)`);
  } catch {
    // A published base that no longer opens must not stop the run that replaces it.
    return;
  }
  try {
    if (!(await isComparable(warehouse))) return;
    await warehouse.run(`insert into meta.precedent ${countTables("'precedent'")}`);
    await countPartitions(warehouse, "meta.precedent_partition", "precedent");
  } catch (error) {
    // Nor one that opens but is damaged, or made otherwise by another program; a lack of memory or of space must.
    if (error instanceof DataError) throw error;
    await warehouse.run("delete from meta.precedent");
    await warehouse.run("delete from meta.precedent_partition");
  } finally {
    await warehouse.run("detach precedent");
  }
}

async function isComparable(warehouse: Warehouse): Promise<boolean> {
  const [stamped] = await warehouse.all(
    "select 1 from duckdb_tables() where database_name = 'precedent' and schema_name = 'meta' and table_name = 'programme'"
  );
  if (!stamped) return false;
  const [found] = await warehouse.all<{same: boolean}>(
    `select
        not exists (
            from staging.perimetre__commune as ici
            full join precedent.staging.perimetre__commune as avant using (code_commune)
            where ici.code_commune is null or avant.code_commune is null
        )
        and (select programme from meta.programme) = (select programme from precedent.meta.programme)
        and (select bool_or(simulated) from meta.snapshot) = (select bool_or(simulated) from precedent.meta.snapshot)
        as same`
  );
  return found?.same === true;
}

const countTables = (database: string) =>
  `select schema_name || '.' || table_name as name, estimated_size::bigint as rows
   from duckdb_tables()
   where database_name = ${database} and schema_name in ('staging', 'core', 'indicator', 'mart')`;

/** Staged files that tell the commune of each row. */
const placed = modules.flatMap(({source}) =>
  source.files.flatMap(({id, communeColumn, dialect}) =>
    communeColumn === undefined || dialect.format === "geojson"
      ? []
      : [{table: `${source.id}__${id}`, column: communeColumn}]
  )
);

/** Rows of each staged file by département, in this base or in the one attached as `database`. */
async function countPartitions(warehouse: Warehouse, into: string, database: string | null): Promise<void> {
  await warehouse.run(`create or replace table ${into} (name varchar, partition varchar, rows bigint)`);
  for (const {table, column} of placed) {
    const [found] = await warehouse.all(
      `select 1 from duckdb_columns()
       where database_name = ${database === null ? "current_database()" : quoteText(database)}
         and schema_name = 'staging' and table_name = ${quoteText(table)} and column_name = ${quoteText(column)}`
    );
    if (!found) continue;
    const from = `${database === null ? "" : `${database}.`}staging."${table}"`;
    await warehouse.run(
      `insert into ${into}
       select 'staging.${table}', if(starts_with(code, '97'), left(code, 3), left(code, 2)), count(*)
       from (select trim("${column}"::varchar) as code from ${from})
       where length(code) = 5 group by all`
    );
  }
}

import type {SourceModule} from "@observatoire/catalog";
import {readChecks, runChecks, type Warehouse} from "@observatoire/warehouse";

/** Names of the checks of a source that find a guilty row, with how many. */
export async function runGuilty(
  warehouse: Warehouse,
  module: SourceModule
): Promise<Readonly<Record<string, number>>> {
  await warehouse.run(`
    create schema if not exists reference;
    create or replace table reference.naf_division as
      select unnest(['AZ', 'BE', 'FZ', 'GI', 'JZ', 'KZ', 'LZ', 'MN', 'OQ', 'RU']) as a10;
    create or replace table staging.perimetre__commune as select '77284' as code_commune;
    create or replace table staging.perimetre__code as select '77284' as code_source, '77284' as code_commune`);
  const results = await runChecks(warehouse, await readChecks([module.directory]));
  return Object.fromEntries(
    results
      .filter(({guilty}) => guilty > 0)
      .map(({name, guilty}) => [name.replace(`${module.source.id}/`, ""), guilty])
  );
}

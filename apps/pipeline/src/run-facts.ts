import type {Indicator} from "@observatoire/catalog";
import type {ModelNode} from "@observatoire/indicators";
import {quoteIdentifier, type Warehouse} from "@observatoire/warehouse";

/** A file of a source as a run read it: of a series, its latest edition and the bytes of all. */
export interface FileFact {
  source: string;
  file: string;
  vintage: string;
  date: string;
  bytes: string;
  simulated: boolean;
}

/** What the values of a run rest on, as its warehouse and its catalogue tell it. */
export interface RunFacts {
  models: (ModelNode & {sha256: string})[];
  files: FileFact[];
  /** Hash of the rows of each `reference.*` table, by name. */
  references: ReadonlyMap<string, string>;
  /** What the declarations say of how values are made, by id. */
  declarations: ReadonlyMap<string, string>;
}

/** Reads the facts of a run in a database of the warehouse: its own, or one attached. */
export async function readFacts(
  warehouse: Warehouse,
  database: string,
  declarations: readonly Indicator[]
): Promise<RunFacts> {
  const base = quoteIdentifier(database);
  const models = await warehouse.all<{name: string; sha256: string; dependencies: string}>(
    `select nom as name, sha256, array_to_string(dependances, ',') as dependencies from ${base}.meta.modele`
  );
  const files = await warehouse.all<FileFact>(
    `select source, file, arg_max(vintage, vintage_date) as vintage, max(vintage_date) as date,
        string_agg(sha256, ' ' order by sha256) as bytes, bool_or(simulated) as simulated
     from ${base}.meta.snapshot group by source, file order by source, file`
  );
  return {
    models: models.map((model) => ({...model, dependencies: model.dependencies.split(",").filter(Boolean)})),
    files,
    references: await hashReferences(warehouse, database),
    declarations: new Map(declarations.map((one) => [one.id, describeMethod(one)]))
  };
}

async function hashReferences(warehouse: Warehouse, database: string): Promise<Map<string, string>> {
  const tables = await warehouse.all<{name: string}>(
    `select table_name as name from duckdb_tables()
     where database_name = $1 and schema_name = 'reference' and table_name <> 'millesime'`,
    [database]
  );
  const hashes = new Map<string, string>();
  for (const {name} of tables) {
    const [row] = await warehouse.all<{hash: string}>(
      `select count(*) || '/' || coalesce(sum(hash(ligne)::hugeint), 0) as hash
       from ${quoteIdentifier(database)}.reference.${quoteIdentifier(name)} as ligne`
    );
    hashes.set(`reference.${name}`, row?.hash ?? "");
  }
  return hashes;
}

/** Words for people may change without changing a value: they are left out. */
function describeMethod({aggregation, unit, grain, nomenclature, reference, disclosure}: Indicator): string {
  return JSON.stringify([aggregation, unit, grain, nomenclature, reference, disclosure]);
}

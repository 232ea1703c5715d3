import {existsSync} from "node:fs";
import {join} from "node:path";
import {
  buildModels,
  type CheckResult,
  openWarehouse,
  readChecks,
  readModels,
  registerRaw,
  runChecks,
  type Warehouse
} from "@observatoire/warehouse";
import {modules} from "../src/index.ts";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows by raw table, under the declared names: `{sirene_etablissement__etablissement: [{siret: …}]}`. */
export type RawTables = Readonly<Record<string, readonly Row[]>>;

/** Path of a real extract, or null; `without` tells the reader why a test is skipped. */
export const extract = (name: string): string | null => {
  const path = join(import.meta.dirname, "../../../../shared/data", name);
  return existsSync(path) ? path : null;
};

const naf = join(import.meta.dirname, "../../../data/reference/naf_division.csv");

export const without = " (ignoré : ../shared/data absent)";

/** What the room reads beside its own files: a perimeter of one commune by default, the date of the images. */
export async function openSirene(communes: readonly string[] = ["77284"], image = "2026-09-30") {
  const warehouse = await openWarehouse(":memory:");
  const codes = communes.map((code) => `('${code}', '${code}')`).join(", ");
  await warehouse.run(`
    create schema reference; create schema staging; create schema core;
    create table reference.millesime as
      select source, file, year(date '${image}')::integer as annee, date '${image}' as date_millesime
      from (values ${modules.map(({source}) => `('${source.id}', '${source.files[0]!.id}')`).join(", ")}) as t(source, file);
    create table reference.naf_division as from read_csv('${naf}', comment = '#', all_varchar = true);
    create table staging.perimetre__code as from (values ${codes}) as t(code_source, code_commune);
    create table core.passage_commune as select *, 1.0 as part from staging.perimetre__code`);
  for (const {source} of modules)
    for (const file of source.files) await registerRaw(warehouse, source.id, file, null);
  return warehouse;
}

/** Builds the staging of the whole room over the raw tables that are there. */
export async function buildStaging(warehouse: Warehouse): Promise<Warehouse> {
  await buildModels(warehouse, await readModels(modules.map(({directory}) => ({directory}))));
  return warehouse;
}

/** The staging of the room, from a few rows. */
export async function buildSirene(tables: RawTables): Promise<Warehouse> {
  const warehouse = await openSirene();
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const names = Object.keys(row);
      await warehouse.run(
        `insert into raw.${table} (${names.join(", ")}) values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
        Object.values(row)
      );
    }
  }
  return buildStaging(warehouse);
}

/** Guilty rows of each check of a source, those that found some only. */
export async function findGuilty(warehouse: Warehouse, source: string): Promise<Record<string, number>> {
  const module = modules.find((one) => one.source.id === source);
  const results: CheckResult[] = await runChecks(warehouse, await readChecks([module!.directory]));
  return Object.fromEntries(
    results.filter(({guilty}) => guilty > 0).map(({name, guilty}) => [name.replace(`${source}/`, ""), guilty])
  );
}

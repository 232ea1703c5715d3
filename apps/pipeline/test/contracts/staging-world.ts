import type {RowAccount} from "@observatoire/catalog";
import {stagingRoots} from "@observatoire/ingest-geography";
import {
  accountRows,
  buildModels,
  inspectFile,
  type Model,
  openWarehouse,
  quoteText,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";
import {modules} from "../../src/modules.ts";
import type {Contract} from "./contract.ts";
import {communes, sirets} from "./world.ts";

/** The staging of every source over empty files, and what the slices of Sirene need: one file at a time is then staged for real. */
export interface StagingWorld {
  warehouse: Warehouse;
  /** Text of the models that read a file: the columns they name are the ones converted. */
  readers: (contract: Contract) => readonly Model[];
  /** Inspects, stages and accounts for one file, as a refresh does. */
  read: (contract: Contract, path: string) => Promise<{account: RowAccount; staged: unknown[]}>;
  close: () => void;
}

const shared = ["sirene_etablissement__etablissement", "sirene_unite_legale__unite_legale"];

export async function openStagingWorld(): Promise<StagingWorld> {
  const warehouse = await openWarehouse(":memory:");
  const list = (values: readonly string[]) => values.map((value) => `(${quoteText(value)})`).join(", ");
  await warehouse.run("create schema raw; create schema reference; create schema monde");
  await warehouse.run(
    `create table raw.perimetre__commune as from (values ${list(communes)}) as t(code_commune)`
  );
  await warehouse.run(
    "create table raw.perimetre__territoire as select 'ti' as code_territoire, 'TI' as nom, null::date as date_label"
  );
  const files = modules.flatMap(({source}) => source.files.map((file) => ({source: source.id, file})));
  const dates = files.map(({source, file}) => `('${source}', '${file.id}', 2026, date '2026-10-31')`);
  await warehouse.run(
    `create table reference.millesime as from (values ${dates.join(", ")}) as t(source, file, annee, date_millesime)`
  );
  for (const {source, file} of files) await registerRaw(warehouse, source, file, null);
  const models = await readModels([
    ...modules.map(({directory}) => ({directory})),
    ...stagingRoots.map((directory) => ({directory}))
  ]);
  await buildModels(warehouse, models);
  await warehouse.run(
    `insert into staging.${shared[0]} by name
    select siret, siret[:9] as siren, '77284' as code_commune, true as est_diffusible from (values ${list(sirets)}) as t(siret)`
  );
  await warehouse.run(
    `insert into staging.${shared[1]} by name
    select distinct siret[:9] as siren, true as est_diffusible, '5710' as categorie_juridique from (values ${list(sirets)}) as t(siret)`
  );
  for (const table of shared) await warehouse.run(`create table monde.${table} as from staging.${table}`);

  const readers = ({module, declared}: Contract) =>
    models.filter(({dependencies}) => dependencies.includes(`raw.${module.source.id}__${declared.id}`));
  return {
    warehouse,
    readers,
    read: async (contract, path) => {
      const {module, declared, form, file} = contract;
      const {id} = module.source;
      const {rows} = await inspectFile(path, file, {where: `${id}/${declared.id}`, communes});
      for (const table of shared)
        await warehouse.run(`create or replace table staging.${table} as from monde.${table}`);
      await registerRaw(warehouse, id, declared, {path, form});
      await buildModels(warehouse, readers(contract));
      const account = await accountRows(warehouse, id, file, {read: rows});
      return {account, staged: await warehouse.all(`from staging.${id}__${declared.id} order by all`)};
    },
    close: () => warehouse.close()
  };
}

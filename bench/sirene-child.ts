import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {listForms} from "@observatoire/catalog";
import {modules} from "@observatoire/ingest-sirene";
import {
  accountRows,
  buildModels,
  holdRaw,
  inspectFile,
  openWarehouse,
  quoteText,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";
import {time} from "./measure.ts";
import {sireneByHand} from "./sirene-by-hand.ts";
import type {SireneFiles} from "./sirene-file.ts";

/** One load, in a process of its own so that its peak memory is its own. */
export interface SireneRequest {
  way: "house" | "hand";
  format: "parquet" | "csv";
  files: SireneFiles;
  directory: string;
}

export interface SireneLoad {
  seconds: number;
  /** Seconds to verify the file before it is archived: encoding, header, rows, coverage; null by hand. */
  inspection: number | null;
  /** Of each table, to be the same whichever the way. */
  digests: Record<string, string>;
  /** Highest resident memory of the process, in bytes. */
  peak: number;
}

const findSource = (id: string) => {
  const found = modules.find(({source}) => source.id === id);
  const file = found?.source.files[0];
  if (!found || !file) throw new Error(`la source ${id} n'existe pas`);
  return {...found, file};
};

/** Columns compared: those both ways owe, in the project's names. */
const compared = {
  etablissement:
    "siret, siren, est_diffusible, date_creation, qualite_date, tranche_effectifs, annee_effectifs, est_siege, code_commune, date_debut, est_actif, code_ape, nomenclature, code_naf25, est_employeur",
  siege: "siren, siret, code_commune",
  national:
    "code_commune, division, est_immobilier_solaire, est_employeur, tranche_effectifs, est_diffusible",
  cohorte:
    "code_commune, est_manufacture, est_transfert, est_cede, annee_creation, annee_fermeture, duree, est_actif, qualite_date"
};

async function load({way, format, files, directory}: SireneRequest): Promise<SireneLoad> {
  const warehouse = await openWarehouse(join(directory, `${way}-${format}.duckdb`), {
    threads: 2,
    memoryLimit: "4GB",
    tempDirectory: join(directory, "tmp")
  });
  await openBase(warehouse, files);
  const path = files[format];
  const {seconds, inspection} =
    way === "house"
      ? await loadByHouse(warehouse, path, format, directory)
      : {...(await time(() => loadByHand(warehouse, path, files.links))), inspection: null};
  const digests: Record<string, string> = {};
  for (const [entity, columns] of Object.entries(compared)) {
    const isAggregate = entity === "national" || entity === "cohorte";
    const [row] = await warehouse.all<{digest: string}>(
      `select count(*) || ' ' || bit_xor(hash(t)) as digest from (
         select ${columns}${isAggregate ? ", sum(lignes)::bigint as lignes" : ""}
         from staging.sirene_etablissement__${entity} ${isAggregate ? "group by all" : ""}) as t`
    );
    digests[entity] = row?.digest ?? "";
  }
  warehouse.close();
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return {seconds, inspection, digests, peak: 1024 * Number(kilobytes)};
}

async function loadByHand(warehouse: Warehouse, path: string, links: string): Promise<void> {
  for (const statement of sireneByHand(path, links)) await warehouse.run(statement);
}

/** The project's own path, from the file to accounted rows; its inspection, done once when it is archived, is timed apart. */
async function loadByHouse(
  warehouse: Warehouse,
  path: string,
  format: string,
  scratch: string
): Promise<{seconds: number; inspection: number}> {
  const {source, directory, file} = findSource("sirene_etablissement");
  const forms = listForms(file);
  const form = forms.findIndex(({dialect, wrapping}) => dialect.format === format && !wrapping);
  const communes = await warehouse.all<{code: string}>(
    "select code_commune as code from staging.perimetre__commune"
  );
  const inspected = await time(() =>
    inspectFile(path, forms[form] ?? file, {where: source.id, communes: communes.map(({code}) => code)})
  );
  const {match, rows} = inspected.result;
  const {seconds} = await time(async () => {
    await registerRaw(warehouse, source.id, file, {path, form, match});
    const release =
      format === "csv"
        ? await holdRaw(warehouse, source.id, file, {bytes: statSync(path).size, directory: scratch})
        : null;
    await buildModels(warehouse, await readModels([{directory}]));
    await release?.();
    await accountRows(warehouse, source.id, file, {read: rows});
  });
  return {inspection: inspected.seconds, seconds};
}

/** What both ways start from, outside the timing: the perimeter, the date of the image, the succession links. */
async function openBase(warehouse: Warehouse, {links, perimeter}: SireneFiles): Promise<void> {
  await warehouse.run(`
    create schema staging; create schema reference;
    create table staging.perimetre__commune as from read_parquet(${quoteText(perimeter)});
    create table staging.perimetre__code as select code_commune as code_source, code_commune from staging.perimetre__commune;
    create table reference.millesime as
      select 'sirene_etablissement' as source, 'etablissement' as file, 2026 as annee, date '2026-10-31' as date_millesime`);
  const {source, file} = findSource("sirene_succession");
  await registerRaw(warehouse, source.id, file, {path: links});
}

const [request] = process.argv.slice(2);
if (request) process.stdout.write(`${JSON.stringify(await load(JSON.parse(request) as SireneRequest))}\n`);

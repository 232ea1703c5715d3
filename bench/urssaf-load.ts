import {createReadStream, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {modelRoots} from "@observatoire/indicators";
import {modules} from "@observatoire/ingest-employment";
import {
  accountRows,
  buildModels,
  inspectFile,
  openWarehouse,
  quoteText,
  readModels,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";
import Papa from "papaparse";
import {time} from "./measure.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const urssaf = modules.find(({source}) => source.id === "urssaf")!;
const [file] = urssaf.source.files;
const wanted = ["staging.urssaf__commune_ape", "core.emploi_prive_large", "core.emploi_prive"];

/** Counts and sums that two ways of loading must share. */
const digest =
  "select count(*)::bigint as lignes, sum(effectif) as effectif, sum(etablissements) as etablissements from core.emploi_prive";

/** What the house does: contract by name, raw view, staging, row accounts, core. */
export async function loadByHouse(path: string) {
  const warehouse = await openBase(path);
  const {match, rows} = await inspectFile(path, file!, {where: "urssaf", communes: []});
  const models = (await readModels([{directory: urssaf.directory}, ...modelRoots])).filter(({name}) =>
    wanted.includes(name)
  );
  const {seconds} = await time(async () => {
    await registerRaw(warehouse, "urssaf", file!, {path, match});
    await buildModels(warehouse, models, {
      onModel: async ({name}) => {
        if (name === wanted[0]) await accountRows(warehouse, "urssaf", file!, {read: rows});
      }
    });
  });
  return {seconds, rows, digest: await closeWith(warehouse)};
}

/**
 * What one would write by hand for this one file: every year named, no control of anything. Without `dedupe` it keeps the
 * producer's identical duplicates: not the same table, but the strictest baseline.
 */
export async function loadByHand(path: string, {dedupe}: {dedupe: boolean}) {
  const warehouse = await openBase(path);
  const {header, periods} = await inspectFile(path, file!, {where: "urssaf", communes: []});
  const columns = header.map(
    (name) => `${quoteText(name)}: '${/_\d{4}$/.test(name) ? "BIGINT" : "VARCHAR"}'`
  );
  const names = (prefix: string) => periods.map((year) => `${prefix}_${year}`).join(", ");
  const sums = periods.map(
    (year) =>
      `sum(effectifs_salaries_${year} * part) as e_${year}, sum(nombre_d_etablissements_${year} * part) as n_${year}, count(*) - count(effectifs_salaries_${year}) as c_${year}, count(*) - count(nombre_d_etablissements_${year}) as v_${year}`
  );
  const {seconds} = await time(() =>
    warehouse.run(`
      create table core.emploi_prive as
      with large as (
        select p.code_commune, left(code_ape, 2) as division,
          case when grand_secteur_d_activite ilike '%non marchand%' then 'non_marchand'
            when grand_secteur_d_activite ilike '%autres services%' then 'autres_services'
            when grand_secteur_d_activite ilike '%int_rim%' then 'interim'
            when grand_secteur_d_activite ilike '%industrie%' then 'industrie'
            when grand_secteur_d_activite ilike '%construction%' then 'construction'
            when grand_secteur_d_activite ilike '%commerce%' then 'commerce'
            when grand_secteur_d_activite ilike '%h_tel%' then 'hotellerie_restauration' end as grand_secteur,
          code_ape = '7820Z' as est_interim, ${sums.join(", ")}
        from (select ${dedupe ? "distinct on (code_commune, code_ape) *" : "*"} from read_csv(${quoteText(path)}, auto_detect = false, header = true, delim = ';', quote = '"', columns = {${columns.join(", ")}})) as f
        join core.passage_commune as p on p.code_source = f.code_commune
        group by all
      )
      select code_commune, division, grand_secteur, est_interim, right(colonne, 4)::integer as annee,
        effectif::double as effectif, etablissements::double as etablissements,
        cellules_inconnues::integer as cellules_inconnues, etablissements_inconnus::integer as etablissements_inconnus
      from (
        select code_commune, division, grand_secteur, est_interim,
          unnest([${periods.map(quoteText).join(", ")}]) as colonne,
          unnest([${names("e")}]) as effectif, unnest([${names("n")}]) as etablissements,
          unnest([${names("c")}]) as cellules_inconnues, unnest([${names("v")}]) as etablissements_inconnus
        from large
      )
      where effectif > 0 or etablissements > 0 or cellules_inconnues > 0 or etablissements_inconnus > 0`)
  );
  return {seconds, digest: await closeWith(warehouse)};
}

/** A papaparse stream over the first `share` of the file that sums jobs by commune, division and year; extrapolated. */
export async function loadByPapaparse(path: string, share: number) {
  const bytes = statSync(path).size;
  const totals = new Map<string, number>();
  const {seconds} = await time(
    () =>
      new Promise<void>((done, failed) => {
        Papa.parse<Record<string, string>>(
          createReadStream(path, {end: Math.floor(bytes * share), encoding: "utf8"}) as never,
          {
            header: true,
            delimiter: ";",
            step: ({data}) => {
              for (const [name, value] of Object.entries(data)) {
                if (!name.startsWith("effectifs_salaries_")) continue;
                const key = `${data.code_commune} ${data.code_ape?.slice(0, 2)} ${name.slice(-4)}`;
                totals.set(key, (totals.get(key) ?? 0) + Number(value));
              }
            },
            complete: () => done(),
            error: failed
          }
        );
      })
  );
  return {seconds: seconds / share};
}

/** Both ways start from the same passage table, outside the timing. */
async function openBase(path: string): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:", {threads: 2, memoryLimit: "4GB"});
  await warehouse.run("create schema core");
  await warehouse.run(
    `create table core.passage_commune as select distinct code_commune as code_source, code_commune, 1.0::double as part
     from read_csv(${quoteText(path)}, header = true, delim = ';', all_varchar = true)`
  );
  return warehouse;
}

async function closeWith(warehouse: Warehouse): Promise<string> {
  const [row] = await warehouse.all(digest);
  warehouse.close();
  return JSON.stringify(row);
}

/** The simulated national file, as `npx observatoire simulate` leaves it. */
export const simulatedFile = join(
  root,
  "data/simulated/urssaf/etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last.csv"
);

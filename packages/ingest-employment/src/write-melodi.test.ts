import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {inflateRawSync} from "node:zlib";
import {matchHeader, type SourceModule} from "@observatoire/catalog";
import {createWorld, type World} from "@observatoire/simulate";
import {afterAll, beforeAll, expect, test} from "vitest";
import {rpEmploiLr} from "../rp_emploi_lr/index.ts";
import {rpEmploiLt} from "../rp_emploi_lt/index.ts";
import {sideCreations} from "../side_creations/index.ts";
import {sideStocks} from "../side_stocks/index.ts";
import {buildSource} from "../test/build-source.ts";
import {runGuilty} from "../test/run-guilty.ts";

const projectRoot = join(rpEmploiLt.directory, "../../..");
const folder = mkdtempSync(join(tmpdir(), "melodi-"));
let world: World;

beforeAll(async () => {
  world = await createWorld({projectRoot, only: "geographie"});
  await world.run(`
    create table world.ape as from (values ('10.71C', 'C1'), ('43.21A', 'FZ'), ('01.11Z', 'AZ')) as t(code_ape, a17);
    create table world.emploi_commune_ape_large as from (values ('77284', '10.71C', 100, 110, 120))
      as t(code_commune, code_ape, effectif_2012, effectif_2017, effectif_2023);
    create table world.etablissement_sirene as from (values
      ('77284', '10.71C', date '2015-03-01', null, false),
      ('77284', '43.21A', date '2020-05-02', null, false),
      ('77284', '43.21A', date '2020-07-09', date '2022-01-31', false),
      ('77284', '43.21A', date '2020-08-09', null, true),
      ('77284', '01.11Z', date '2020-01-05', null, false)
    ) as t(code_commune, code_ape, date_creation, date_fermeture, est_naissance_transfert)`);
});
afterAll(() => {
  world.close();
  rmSync(folder, {recursive: true});
});

/** Entries of a zip, by the sizes its own headers give. */
function readZip(bytes: Buffer): Record<string, string> {
  const entries: Record<string, string> = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const packed = bytes.readUInt32LE(at + 18);
    const start = at + 30 + bytes.readUInt16LE(at + 26);
    const name = bytes.toString("utf8", at + 30, start);
    entries[name] = inflateRawSync(bytes.subarray(start, start + packed)).toString("utf8");
    at = start + packed;
  }
  return entries;
}

const simulated = new Map<string, Promise<{names: string[]; data: string}>>();

/** Simulated once: these files cover France. */
function simulateData(module: SourceModule): Promise<{names: string[]; data: string}> {
  const {id} = module.source;
  const found = simulated.get(id) ?? writeAndRead(module);
  simulated.set(id, found);
  return found;
}

async function writeAndRead(module: SourceModule): Promise<{names: string[]; data: string}> {
  const [written] = (await module.simulate?.(world, join(folder, module.source.id))) ?? [];
  const zip = readZip(readFileSync(written!.path));
  const names = Object.keys(zip);
  return {names, data: zip[names[0]!]!};
}

test.each([
  ["DS_RP_EMPLOI_LT_PRINC_2023", rpEmploiLt],
  ["DS_RP_EMPLOI_LR_PRINC_2023", rpEmploiLr],
  ["DS_SIDE_CREA_ETAB_COM_2025", sideCreations],
  ["DS_SIDE_STOCKS_ET_COM_2023", sideStocks]
])("%s est simulé dans la forme du producteur et passe tous ses contrôles", async (name, module) => {
  const {names, data} = await simulateData(module);
  expect(names).toEqual([`${name}_data.csv`, `${name}_metadata.csv`]);
  const [header = "", first = ""] = data.split("\n", 2);
  expect(first).toMatch(/^("[^"]*";)+"[^"]*"$/);
  expect(matchHeader("test", module.source.files[0]!, header.replaceAll('"', "").split(";")).unknown).toEqual(
    []
  );
  const {warehouse, account} = await buildSource(module, data);
  expect(account.kept).toBeLessThan(account.read);
  expect(account).toMatchObject({loaded: account.read, rejected: 0});
  expect(await runGuilty(warehouse, module)).toEqual({});
  warehouse.close();
});

test("les deux fichiers de Side comptent le même registre", async () => {
  const count = async (module: SourceModule, table: string) => {
    const {warehouse} = await buildSource(module, (await simulateData(module)).data);
    const rows = await warehouse.all<{annee: number; a10: string; valeur: number}>(
      `select annee, a10, valeur from staging.${table} where code_commune = '77284' and annee between 2019 and 2022 order by annee, a10`
    );
    warehouse.close();
    return rows.map(({annee, a10, valeur}) => `${annee} ${a10} ${valeur}`);
  };
  // 2020 : deux créations dans la construction, le repreneur et l'agriculture à part ; l'année d'un zéro garde son ensemble.
  expect(await count(sideCreations, "side_creations__creation")).toEqual([
    "2019 _T 0",
    "2020 FZ 2",
    "2020 _T 2",
    "2021 _T 0",
    "2022 _T 0"
  ]);
  // La boulangerie tout du long ; trois dans la construction fin 2020, deux après la fermeture de janvier 2022.
  expect(await count(sideStocks, "side_stocks__stock")).toEqual([
    "2019 BE 1",
    "2019 _T 1",
    "2020 BE 1",
    "2020 FZ 3",
    "2020 _T 4",
    "2021 BE 1",
    "2021 FZ 3",
    "2021 _T 4",
    "2022 BE 1",
    "2022 FZ 2",
    "2022 _T 3"
  ]);
});

test("le recensement simulé est décimal, sans Mayotte, et ses secrets sont hors du département du domicile", async () => {
  const {warehouse} = await buildSource(rpEmploiLt, (await simulateData(rpEmploiLt)).data);
  const [seen] = await warehouse.all(`
    select
      count(*) filter (code_commune like '976%') as mayotte,
      count(*) filter (statut_observation = 'K') > 0 as a_des_secrets,
      count(*) filter (statut_observation = 'K' and code_commune like '77%') as secrets_au_domicile,
      count(*) filter (valeur <> round(valeur)) > 100000 as est_decimal,
      list(distinct annee order by annee) as annees
    from staging.rp_emploi_lt__observation`);
  expect(seen).toEqual({
    mayotte: 0,
    a_des_secrets: true,
    secrets_au_domicile: 0,
    est_decimal: true,
    annees: [2012, 2017, 2023]
  });
  warehouse.close();
});

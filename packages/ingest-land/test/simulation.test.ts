import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {World} from "@observatoire/simulate";
import {readChecks, runChecks} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {cartofriches} from "../cartofriches/index.ts";
import {enaf} from "../enaf/index.ts";
import {loadFile} from "./load-file.ts";
import {createLandWorld} from "./simulated-world.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createLandWorld();
  folder = await mkdtemp(join(tmpdir(), "foncier-"));
});
afterAll(async () => {
  world.close();
  await rm(folder, {recursive: true});
});

const home =
  "code_departement in (select code_departement from world.commune semi join calibration.domicile using (code_epci))";

test("la consommation simulée a la disposition de 2025, 172 colonnes, sans Mayotte ni les deux îles", async () => {
  const [written] = (await enaf.simulate?.(world, folder)) ?? [];
  const {warehouse, account, inspection, vintage} = await loadFile(enaf, written!.path, ["77284"]);
  // 34 875 communes, moins 17 de Mayotte et 2 îles : le compte du producteur.
  expect(account).toEqual({read: 34_856, loaded: 34_856, rejected: 0, duplicates: 0});
  expect([inspection.header.length, vintage.vintageDate]).toEqual([172, "2025-01-01"]);
  expect((await readFile(written!.path, "utf8")).split("\n")[1]).toMatch(/^01001,.*,\d+\.0,/);
  await warehouse.run("create schema core; create table core.conso_enaf as from staging.enaf__flux");
  const results = await runChecks(warehouse, await readChecks([enaf.directory]));
  expect(results.filter(({guilty}) => guilty > 0)).toEqual([]);
  warehouse.close();
});

test("les friches simulées ont les 50 colonnes de la norme, et leur saleté hors du département", async () => {
  const [written] = (await cartofriches.simulate?.(world, folder)) ?? [];
  const {warehouse, form, account, inspection, vintage} = await loadFile(cartofriches, written!.path, [
    "77284"
  ]);
  expect([form, inspection.header.length, vintage.vintageDate]).toEqual([0, 50, "2026-04-15"]);
  expect(account.loaded).toBe(account.read);
  expect(account.read).toBeGreaterThan(20_000);
  await warehouse.run(
    "create schema core; create table core.friche as from staging.cartofriches__friche where statut <> 'potentielle'"
  );
  const results = await runChecks(warehouse, await readChecks([cartofriches.directory]));
  expect(results.filter(({guilty}) => guilty > 0)).toEqual([]);
  const departements = await world.all<{code_departement: string}>(
    `select distinct code_departement from world.commune where ${home}`
  );
  expect(departements).toEqual([{code_departement: "77"}]);
  const [shared] = await warehouse.all(`
    select
      count(*) > 0 as ailleurs,
      (count(*) filter (unite like '77%'))::integer as au_domicile
    from (
      select reference_cadastrale as unite from staging.cartofriches__friche group by all having count(*) > 1
    )`);
  expect(shared).toEqual({ailleurs: true, au_domicile: 0});
  const [short] = await warehouse.all(
    "select count(*) > 0 as n from raw.cartofriches__friche where length(code_commune) = 4"
  );
  expect(short).toEqual({n: true});
  warehouse.close();
});

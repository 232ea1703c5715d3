import {readChecks, readDependencies, runChecks, type Warehouse} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildFrom} from "../testing/build-from.ts";
import {dvfCountry, ligne, terrain} from "../testing/dvf.ts";
import {fillMart} from "./fill-mart.ts";
import {checkRoots} from "./folders.ts";
import {indicators} from "./read-indicators.ts";

const ours = indicators.filter(({sources}) => sources.some((source) => source === "dvf"));
let warehouse: Warehouse;

beforeAll(async () => {
  const sales = ["A", "A", "A", "A", "A", "A", "A", "A", "A", "A", "A", "B", "B"].flatMap((commune, rank) => [
    ligne({mutation: `l${rank}`, commune, prix: 100_000 + rank}),
    terrain({mutation: `t${rank}`, commune, prix: 100_000 + rank})
  ]);
  const tables = {
    ...dvfCountry([...sales, ligne({mutation: "x", prix: null})]),
    "meta.snapshot": [{source: "dvf", file: "mutation", vintage: "30 juin 2026", sha256: "0123456789abcdef"}]
  };
  warehouse = await buildFrom(tables, [
    ...ours.map(({id}) => `indicator.${id}`),
    "core.vente_ecartee",
    "core.couverture_dvf"
  ]);
  await fillMart(warehouse, {run: "essai", indicators: ours});
});
afterAll(() => warehouse.close());

async function guilty(): Promise<string[]> {
  const tables = await warehouse.all<{name: string}>(
    "select table_schema || '.' || table_name as name from information_schema.tables"
  );
  const there = new Set(tables.map(({name}) => name));
  const checks = (await readChecks(checkRoots)).filter(({name}) => /dvf|vente_/.test(name));
  const read = await Promise.all(checks.map(({sql}) => readDependencies(sql)));
  expect(checks.filter((_, index) => !read[index]!.every((name) => there.has(name)))).toEqual([]);
  const results = await runChecks(warehouse, checks);
  return results.filter((check) => check.guilty > 0).map(({name}) => name.replace("indicators/", ""));
}

test("les quatre indicateurs se remplissent, avec leurs seuils", async () => {
  const rows = await warehouse.all(
    `select indicateur, code_territoire, statut, denominateur from mart.indicateur
     where code_territoire in ('A', 'B', 'X') and indicateur like '%locaux%' order by all`
  );
  expect(rows).toEqual([
    {indicateur: "prix_m2_locaux_activite", code_territoire: "A", statut: "connu", denominateur: 11},
    {indicateur: "prix_m2_locaux_activite", code_territoire: "B", statut: "secret", denominateur: null},
    {indicateur: "prix_m2_locaux_activite", code_territoire: "X", statut: "connu", denominateur: 13},
    {indicateur: "ventes_locaux_activite", code_territoire: "A", statut: "connu", denominateur: null},
    {indicateur: "ventes_locaux_activite", code_territoire: "B", statut: "secret", denominateur: null},
    {indicateur: "ventes_locaux_activite", code_territoire: "X", statut: "connu", denominateur: null}
  ]);
});

test("les contrôles laissent passer de bonnes données", async () => {
  expect(await guilty()).toEqual([]);
});

test("les contrôles nomment ce qui ne va pas", async () => {
  for (const sql of [
    "insert into core.appartenance values ('epci', 'e1', 'A'), ('epci', 'e1', 'B')",
    "update core.fenetre_dvf set date_debut = date '2020-01-01', date_fin = date '2026-01-31'",
    "insert into core.couverture_dvf from core.couverture_dvf where code_commune = 'C'",
    "update core.couverture_dvf set est_couverte = false where code_commune = 'A'",
    "insert into core.mutation_dvf from core.mutation_dvf where mutation = 'l1'",
    "update core.mutation_dvf set surface_m2 = 600 where mutation = 'l2'",
    "delete from core.mutation_dvf where mutation = 'l3'",
    "insert into core.vente_ecartee values ('local_activite', 'humeur', 1), ('local_activite', 'humeur', 1)",
    "insert into core.vente_local from core.vente_local where mutation = 'l1'",
    "update core.vente_local set prix_m2 = 1 where mutation = 'l2'",
    "insert into core.vente_terrain from core.vente_terrain where mutation = 't1'",
    "update core.vente_terrain set surface_m2 = null where mutation = 't2'",
    "insert into core.prix_dvf from core.prix_dvf where niveau = 'departement' and famille = 'terrain_a_batir'",
    "update core.prix_dvf set mediane = 0 where niveau = 'ti'",
    "update mart.indicateur set valeur = 3 where indicateur = 'ventes_terrains' and code_territoire = 'M'"
  ]) {
    await warehouse.run(sql);
  }
  await warehouse.run("insert into core.fenetre_dvf from core.fenetre_dvf");
  const checks = (await readChecks(checkRoots)).filter(({name}) => /dvf|vente_/.test(name));
  expect(await guilty()).toEqual(checks.map(({name}) => name.replace("indicators/", "")));
});

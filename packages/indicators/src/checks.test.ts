import {readChecks, readDependencies, runChecks, type Warehouse} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildFrom} from "../testing/build-from.ts";
import {smallCountry, smallIndicators} from "../testing/small-country.ts";
import {fillMart} from "./fill-mart.ts";
import {checkRoots} from "./folders.ts";

let warehouse: Warehouse;

beforeAll(async () => {
  const targets = [
    ...smallIndicators.map(({id}) => `indicator.${id}`),
    "core.emploi_prive",
    "core.secteur",
    "mart.modalite"
  ];
  warehouse = await buildFrom(smallCountry, targets);
  await fillMart(warehouse, {run: "essai", indicators: smallIndicators});
});
afterAll(() => warehouse.close());

/** Checks on geography read tables that the small country does not have: they run in the pipeline. */
async function guilty(): Promise<string[]> {
  const tables = await warehouse.all<{name: string}>(
    "select table_schema || '.' || table_name as name from information_schema.tables"
  );
  const there = new Set(tables.map(({name}) => name));
  const checks = await readChecks(checkRoots);
  const read = await Promise.all(checks.map(({sql}) => readDependencies(sql)));
  // Its communes have a letter for a code, and no region.
  const runnable = checks.filter(
    ({name}, index) =>
      read[index]!.every((table) => there.has(table)) && !/commune_(code|rattachee)$/.test(name)
  );
  expect(runnable.length).toBeGreaterThan(30);
  const results = await runChecks(warehouse, runnable);
  // Le petit pays n'a que deux années, 2023 et 2025 : les contrôles des séries annuelles le disent.
  return results
    .filter((check) => check.guilty > 0 && !check.name.endsWith("_annees"))
    .map(({name}) => name.replace("indicators/", ""));
}

test("les contrôles laissent passer de bonnes données", async () => {
  // Dans le petit pays, la commune D est hors du fichier, et hors de France pour que celle-ci ait une valeur.
  expect(await guilty()).toEqual(["territoire_reference_france"]);
});

test("les contrôles nomment ce qui ne va pas", async () => {
  await warehouse.run(
    "update mart.indicateur set valeur = null where indicateur = 'krugman' and niveau = 'ti'"
  );
  await warehouse.run(
    "update core.emploi_territoire set effectif = effectif + 1 where niveau = 'ti' and dimension = 'total'"
  );
  await warehouse.run("update mart.indicateur set valeur = valeur + 1 where modalite = 'local'");
  expect(await guilty()).toEqual([
    "emploi_territoire_communes_font_ti",
    "emploi_territoire_secteurs_font_total",
    "indicateur_partage_structurel_exact",
    "indicateur_statut_coherent",
    "territoire_reference_france"
  ]);
});

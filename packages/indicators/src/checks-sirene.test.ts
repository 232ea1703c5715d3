import type {IndicatorRow} from "@observatoire/catalog";
import {readChecks, readDependencies, runChecks, type Warehouse} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildFrom} from "../testing/build-from.ts";
import {sireneIndicators, sireneWorld} from "../testing/sirene-world.ts";
import {fillMart} from "./fill-mart.ts";
import {checkRoots} from "./folders.ts";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await buildFrom(sireneWorld, [
    ...sireneIndicators.map(({id}) => `indicator.${id}`),
    "mart.etablissement"
  ]);
  await fillMart(warehouse, {run: "essai", indicators: sireneIndicators});
});
afterAll(() => warehouse.close());

const tables =
  /^(core\.(tranche_effectif|(image|couverture|cohorte|demographie)_sirene|(age_)?etablissement\w*|territoire_interieur|employeur_territoire)|mart\.(etablissement|indicateur))$/;

async function guilty(): Promise<string[]> {
  const known = await warehouse.all<{name: string}>(
    "select table_schema || '.' || table_name as name from information_schema.tables"
  );
  const there = new Set(known.map(({name}) => name));
  const checks = await readChecks(checkRoots);
  const read = await Promise.all(checks.map(({sql}) => readDependencies(sql)));
  const runnable = checks.filter(
    (_, i) => read[i]!.every((name) => there.has(name)) && read[i]!.some((name) => tables.test(name))
  );
  expect(runnable.length).toBeGreaterThan(50);
  const results = await runChecks(warehouse, runnable);
  return results.filter((check) => check.guilty > 0).map(({name}) => name.replace("indicators/", ""));
}

async function show(
  indicateur: string,
  territoire: string,
  more = "true"
): Promise<IndicatorRow | undefined> {
  const [row] = await warehouse.all<IndicatorRow>(
    `from mart.indicateur where indicateur = $1 and niveau || ' ' || code_territoire = $2 and ${more}`,
    [indicateur, territoire]
  );
  return row;
}

test("chaque table de Sirene a au moins trois contrôles", async () => {
  const checks = await readChecks(checkRoots);
  const read = (await Promise.all(checks.map(({sql}) => readDependencies(sql)))).flatMap((names) => [
    ...new Set(names)
  ]);
  const built = await warehouse.all<{name: string}>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('core', 'mart')"
  );
  const poor = built
    .map(({name}) => name)
    .filter((name) => tables.test(name) && read.filter((table) => table === name).length < 3);
  expect(poor).toEqual([]);
});

test("ce qui est montré : un zéro, une part en pour cent, un secret, une valeur pour la France", async () => {
  // D n'a aucun établissement, et son département est dans le fichier : zéro, donc le département a une valeur (6 + 5).
  expect(await show("etablissements_actifs", "departement 77", "dimension = 'total'")).toMatchObject({
    valeur: 11,
    statut: "connu"
  });
  expect(await show("etablissements_actifs", "france FR", "dimension = 'total'")).toMatchObject({valeur: 26});
  // A en 2022 : 4 fermetures pour 8 établissements au début (3 + 1 + 4, les 2 cédés étant partis).
  expect(await show("renouvellement", "commune A", "year(periode_fin) = 2022")).toMatchObject({
    valeur: 50,
    statut: "estime"
  });
  // A, cohorte 2018, trois ans : 4 fermés à quatre ans et 2 cédés ; à cinq ans, les 2 cédés sur 6.
  expect(
    await show(
      "survie",
      "commune A",
      "year(periode_fin) = 2018 and dimension = 'age_survie' and modalite = '3'"
    )
  ).toMatchObject({valeur: 100, statut: "connu"});
  expect(
    (
      await show(
        "survie",
        "commune A",
        "year(periode_fin) = 2018 and dimension = 'age_survie' and modalite = '5'"
      )
    )?.valeur
  ).toBeCloseTo(33.333_333, 5);
  expect(await show("concentration_emploi", "commune B", "modalite = 'top_1'")).toMatchObject({
    valeur: null,
    valeur_min: null,
    denominateur: null,
    statut: "secret"
  });
  expect(await show("concentration_emploi", "ti X", "modalite = 'top_1'")).toMatchObject({
    denominateur: 4,
    statut: "estime"
  });
});

test("les contrôles laissent passer de bonnes données", async () => {
  expect(await guilty()).toEqual([]);
});

test("les contrôles nomment ce qui ne va pas", async () => {
  await warehouse.run(
    "update core.etablissement_territoire set etablissements = etablissements + 1 where niveau = 'ti' and compte = 'actifs' and dimension = 'total'"
  );
  await warehouse.run(
    "update core.demographie_sirene set stock = stock + 1 where niveau = 'ti' and annee = 2019"
  );
  await warehouse.run(
    "update staging.sirene_unite_legale__unite_legale set est_diffusible = false where siren = '1'"
  );
  await warehouse.run(
    "update mart.indicateur set valeur = valeur_max + 1 where indicateur = 'concentration_emploi' and niveau = 'ti' and modalite = 'top_1'"
  );
  expect(await guilty()).toEqual([
    "age_etablissement_font_total",
    "demographie_sirene_equilibre",
    "etablissement_compte_egal_national",
    "etablissement_nomme_diffusible",
    "etablissement_territoire_communes_font_ti",
    "etablissement_territoire_modalites_font_total",
    "indicateur_sirene_intervalle_ordonne",
    "mart_etablissement_diffusible"
  ]);
});

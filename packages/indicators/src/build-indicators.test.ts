import {defineIndicator, type Indicator, type IndicatorRow} from "@observatoire/catalog";
import type {Warehouse} from "@observatoire/warehouse";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildFrom} from "../testing/build-from.ts";
import {smallCountry, smallIndicators} from "../testing/small-country.ts";
import {fillMart} from "./fill-mart.ts";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await buildFrom(
    smallCountry,
    smallIndicators.map(({id}) => `indicator.${id}`)
  );
  await fillMart(warehouse, {run: "essai", indicators: smallIndicators});
});
afterAll(() => warehouse.close());

async function read(where: string): Promise<IndicatorRow[]> {
  return warehouse.all<IndicatorRow>(`from mart.indicateur where ${where} order by periode_fin, modalite`);
}

const last = "periode_fin = '2025-12-31'";

test("l'ensemble compte l'intérim, que les secteurs excluent", async () => {
  const where = `indicateur = 'effectif_prive' and niveau = 'ti' and ${last}`;
  const values = Object.fromEntries(
    (await read(`${where} and dimension in ('total', 'hors_interim', 'grand_secteur')`)).map((row) => [
      `${row.dimension} ${row.modalite}`,
      row.valeur
    ])
  );
  // A : 60 dans l'industrie, 40 d'intérim. B : 20 de transport, et la moitié des 10 de l'ancien code V.
  expect(values).toMatchObject({
    "total _T": 125,
    "hors_interim _T": 85,
    "grand_secteur industrie": 60,
    "grand_secteur interim": 40,
    "grand_secteur autres_services": 25,
    "grand_secteur commerce": 0
  });
  const [sum] = await warehouse.all<{somme: number}>(
    `select sum(valeur) as somme from mart.indicateur where ${where} and dimension = 'a38'`
  );
  expect(sum?.somme).toBe(85);
});

test("la part divise des sommes, en pour cent", async () => {
  const [row] = await read(`indicateur = 'part_industrie' and niveau = 'ti' and ${last}`);
  // 60 / 85.
  expect(row?.valeur).toBeCloseTo(70.588_235, 5);
  expect(row?.statut).toBe("connu");
});

test("une cellule vide rend le total minimal et le taux estimé, avec leur motif", async () => {
  const [total] = await read(
    `indicateur = 'effectif_prive' and niveau = 'commune' and code_territoire = 'C' and dimension = 'total' and ${last}`
  );
  expect(total).toMatchObject({valeur: 9, statut: "minimum"});
  expect(total?.motif).toBe("1\u00a0cellule vide dans le fichier source\u00a0: la valeur est un minimum.");
  const [taux] = await read(
    `indicateur = 'effectif_evolution' and niveau = 'commune' and code_territoire = 'C' and dimension = 'total'`
  );
  expect(taux?.statut).toBe("estime");
});

test("une commune hors du fichier rend ses territoires non disponibles, jamais nuls", async () => {
  const [row] = await read(
    `indicateur = 'effectif_prive' and niveau = 'commune' and code_territoire = 'D' and dimension = 'total' and ${last}`
  );
  expect(row).toMatchObject({valeur: null, statut: "non_disponible"});
  expect(row?.motif).toBe("1\u00a0commune absente du fichier source.");
});

test("une commune sans employeur, dans une intercommunalité couverte, vaut zéro", async () => {
  const [row] = await read(
    `indicateur = 'effectif_prive' and niveau = 'commune' and code_territoire = 'E' and dimension = 'total' and ${last}`
  );
  expect(row).toMatchObject({valeur: 0, statut: "connu"});
});

test("la population d'un territoire est la somme de ses communes", async () => {
  const rows = await read("indicateur = 'population' and niveau = 'ti'");
  expect(rows.map(({valeur, periode_fin}) => [periode_fin, valeur])).toEqual([["2023-01-01", 300]]);
});

test("chaque ligne montrée garde la trace de ses sources", async () => {
  const rows = await warehouse.all(
    "from mart.indicateur_source where indicateur = 'krugman' and periode_fin = '2025-12-31'"
  );
  expect(rows).toEqual([
    {
      indicateur: "krugman",
      periode_fin: "2025-12-31",
      source: "urssaf",
      vintage: "2025",
      snapshot: "urssaf/commune_ape/0123456789ab"
    }
  ]);
});

test("une part secrète fait un minimum, tout secret fait un secret, la moitié absente ne fait rien", async () => {
  await warehouse.run(`create or replace table indicator.essai as
    select *, date '2025-01-01' as periode_debut, date '2025-01-01' as periode_fin
    from (values ('A', 5.0, 'connu'), ('B', null, 'secret')) as t(code_commune, numerateur, statut)`);
  await fillMart(warehouse, {run: "essai", indicators: [essai]});
  const rows = await read("niveau in ('ti', 'commune') and code_territoire in ('X', 'A', 'B', 'C')");
  const found = Object.fromEntries(
    rows.map(({niveau, code_territoire, valeur, statut}) => [
      `${niveau} ${code_territoire}`,
      [valeur, statut]
    ])
  );
  expect(found).toEqual({
    "ti X": [5, "minimum"],
    "commune A": [5, "connu"],
    "commune B": [null, "secret"],
    "commune C": [null, "non_disponible"]
  });
});

test("un indicateur d'un grain plus gros ne descend pas, une colonne inconnue est nommée", async () => {
  await warehouse.run(`create or replace table indicator.essai as
    select 'ti' as niveau, 'X' as code_territoire, 5.0 as valeur,
      date '2025-01-01' as periode_debut, date '2025-01-01' as periode_fin`);
  const chomage: Indicator = {...essai, grain: "zone_emploi", aggregation: "not-additive"};
  await expect(fillMart(warehouse, {run: "essai", indicators: [chomage]})).rejects.toThrow(
    "aucun niveau plus fin que « zone_emploi », trouvé « ti »"
  );
  await warehouse.run("create or replace table indicator.essai as select *, 1 as vleur from indicator.essai");
  await expect(fillMart(warehouse, {run: "essai", indicators: [essai]})).rejects.toThrow("en plus : vleur");
});

const essai: Indicator = defineIndicator({
  ...smallIndicators.find(({id}) => id === "population")!,
  id: "essai",
  sources: []
});

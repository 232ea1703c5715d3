import {expect, test} from "vitest";
import {fillMart} from "../../src/fill-mart.ts";
import {buildFrom, readModel} from "../../testing/build-from.ts";
import {emploisParActif} from "./emplois_par_actif.ts";

type Observation = [code: string, categorie: string, valeur: number | null, statut?: string, niveau?: string];
const observe =
  (dimension: string) =>
  ([code_commune, categorie, valeur, statut_observation = "A", geo_object = "COM"]: Observation) => ({
    code_commune,
    geo_object,
    [dimension]: categorie,
    annee: 2023,
    valeur,
    statut_observation
  });

const emplois: Observation[] = [
  ["A", "_T", 40.25],
  ["A", "2", 30],
  ["V", "_T", 10],
  ["B", "_T", 100],
  ["B", "_T", 60, "A", "ARM"],
  ["C", "_T", null, "K"],
  ["D", "_T", 5, "W"]
];
const residents: Observation[] = [
  ["A", "1", 80.5],
  ["A", "2", 9.75],
  ["A", "1T2", 90.25],
  ["V", "1", 20],
  ["B", "1", 50],
  ["C", "1", 7],
  ["D", "1", 10]
];

const tables = {
  "staging.rp_emploi_lt__observation": emplois.map(observe("forme_emploi")),
  "staging.rp_emploi_lr__observation": residents.map(observe("situation")),
  // L'ancien code V est partagé par moitié entre A et B.
  "core.passage_commune": [
    ...["A", "B", "C", "D"].map((code) => ({code_source: code, code_commune: code, part: 1})),
    {code_source: "V", code_commune: "A", part: 0.5},
    {code_source: "V", code_commune: "B", part: 0.5}
  ],
  "core.appartenance": [
    ...["A", "B", "C"].map((code) => ({niveau: "commune", code_territoire: code, code_commune: code})),
    ...["A", "B"].map((code) => ({niveau: "ti", code_territoire: "X", code_commune: code})),
    ...["A", "B", "C"].map((code) => ({niveau: "region", code_territoire: "11", code_commune: code}))
  ],
  "meta.snapshot": [{source: "rp_emploi_lt", file: "observation", vintage: "2023", sha256: "0"}]
};

test("le recensement reste décimal, rattaché aux communes en vigueur, secret distinct de zéro", async () => {
  const rows = await readModel(tables, "core.emploi_rp");
  // A : 40,25 + 10/2 emplois, 80,5 + 20/2 occupés ; B : 100 + 5 et 50 + 10, sans son arrondissement, déjà compté.
  expect(rows).toMatchObject([
    {code_commune: "A", annee: 2023, emplois: 45.25, actifs_occupes: 90.5, chomeurs: 9.75, statut: "connu"},
    {code_commune: "B", emplois: 105, actifs_occupes: 60, chomeurs: null, statut: "connu"},
    {code_commune: "C", emplois: null, actifs_occupes: 7, statut_emplois: "secret", statut: "secret"},
    {code_commune: "D", emplois: 5, actifs_occupes: 10, statut_emplois: "estime", statut: "estime"}
  ]);
});

test("le rapport divise des sommes ; une commune secrète n'entre dans aucun des deux termes", async () => {
  const warehouse = await buildFrom(tables, ["indicator.emplois_par_actif"]);
  await fillMart(warehouse, {run: "essai", indicators: [emploisParActif]});
  const rows = await warehouse.all<{niveau: string; code_territoire: string; valeur: number | null}>(
    "from mart.indicateur order by niveau, code_territoire"
  );
  const shown = Object.fromEntries(rows.map((row) => [`${row.niveau} ${row.code_territoire}`, row]));
  // (45,25 + 105) / (90,5 + 60) = 150,25 / 150,5.
  expect(shown["ti X"]?.valeur).toBeCloseTo(99.833_887, 5);
  expect(shown["ti X"]).toMatchObject({
    statut: "connu",
    periode_debut: "2023-01-01",
    periode_fin: "2023-01-01"
  });
  expect(shown["commune A"]).toMatchObject({valeur: 50, statut: "connu"});
  expect(shown["commune C"]).toMatchObject({valeur: null, statut: "secret"});
  expect(shown["region 11"]).toMatchObject({numerateur: 150.25, denominateur: 150.5, statut: "estime"});
  warehouse.close();
});

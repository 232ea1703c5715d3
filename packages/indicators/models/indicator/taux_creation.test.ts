import {expect, test} from "vitest";
import {fillMart} from "../../src/fill-mart.ts";
import {buildFrom, readModel} from "../../testing/build-from.ts";
import {tauxCreation} from "./taux_creation.ts";

const creation = (code_commune: string, annee: number, creations: number | null, statut = "connu") => ({
  code_commune,
  annee,
  a10: "_T",
  creations,
  statut
});
const stock = (code_commune: string, annee: number, valeur: number | null, statut = "connu") => ({
  code_commune,
  annee,
  a10: "_T",
  stock: valeur,
  statut
});

const tables = {
  "core.creations_side": [
    creation("A", 2023, 30),
    creation("A", 2024, 44),
    creation("B", 2024, 6),
    {...creation("A", 2024, 40), a10: "GI"}
  ],
  "core.stocks_side": [stock("A", 2022, 200), stock("A", 2023, 220), stock("B", 2023, 80)]
};

test("les créations de l'année se rapportent au stock de la fin de l'année d'avant", async () => {
  const rows = await readModel(tables, "indicator.taux_creation");
  const rate = (code_commune: string, annee: number, numerateur: number, denominateur: number) => ({
    code_commune,
    periode_debut: `${annee}-01-01`,
    periode_fin: `${annee}-12-31`,
    numerateur,
    denominateur,
    statut: "connu"
  });
  // A : 30 sur 200 (2022), puis 44 sur 220 (2023), secteurs à part ; B : 6 sur 80. Pas de stock fin 2024 : rien après.
  expect(rows).toEqual([rate("A", 2023, 30, 200), rate("A", 2024, 44, 220), rate("B", 2024, 6, 80)]);
});

test("le taux d'un territoire divise des sommes ; un secret le rend estimé", async () => {
  const membres = ["A", "B", "C"].map((code_commune) => ({niveau: "ti", code_territoire: "X", code_commune}));
  const warehouse = await buildFrom(
    {
      "core.creations_side": [...tables["core.creations_side"], creation("C", 2024, null, "secret")],
      "core.stocks_side": [...tables["core.stocks_side"], stock("C", 2023, 10)],
      "core.appartenance": membres,
      "meta.snapshot": [{source: "side_creations", file: "creation", vintage: "2024", sha256: "0"}]
    },
    ["indicator.taux_creation"]
  );
  await fillMart(warehouse, {run: "essai", indicators: [tauxCreation]});
  const [row] = await warehouse.all<{valeur: number; statut: string}>(
    "from mart.indicateur where niveau = 'ti' and periode_fin = '2024-12-31'"
  );
  // (44 + 6) / (220 + 80) = 16,67 %, et non la moyenne des taux (20 et 7,5) ; C n'entre dans aucun terme.
  expect(row?.valeur).toBeCloseTo(16.666_667, 5);
  expect(row).toMatchObject({numerateur: 50, denominateur: 300, statut: "estime"});
  warehouse.close();
});

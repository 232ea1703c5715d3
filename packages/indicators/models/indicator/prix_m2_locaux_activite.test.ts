import type {IndicatorRow} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {dvfCountry, ligne} from "../../testing/dvf.ts";

/** `n` sales in a commune, at 100, 200, 300… € per m². */
const sell = (commune: string, n: number, fragile = false) =>
  Array.from({length: n}, (_, rank) =>
    ligne({mutation: `${commune}${rank}`, commune, prix: 100 * 100 * (rank + 1), fragile})
  );

const read = async (lignes: Parameters<typeof dvfCountry>[0]) => {
  const rows = await readModel<IndicatorRow>(dvfCountry(lignes), "indicator.prix_m2_locaux_activite");
  return (niveau: string, code: string) =>
    rows.find((row) => row.niveau === niveau && row.code_territoire === code);
};

test("médiane et quartiles par interpolation, sur les ventes du territoire et non sur ses communes", async () => {
  const find = await read([...sell("A", 9), ...sell("B", 3)]);
  // 100, 100, 200, 200, 300, 300, 400, …, 900 : rangs 2,75 (200), 5,5 (entre 300 et 400), 8,25 (600 + 0,25 × 100).
  expect(find("ti", "X")).toEqual({
    niveau: "ti",
    code_territoire: "X",
    periode_debut: "2021-07-01",
    periode_fin: "2026-06-30",
    valeur: 350,
    valeur_min: 200,
    valeur_max: 625,
    denominateur: 12,
    statut: "connu",
    motif: null
  });
  expect(find("commune", "A")).toMatchObject({
    statut: "secret",
    motif: "Moins de 11\u00a0ventes\u00a0: médiane non publiée."
  });
});

test("onze ventes suffisent, dix non ; aucune vente n'est pas un secret", async () => {
  const find = await read(sell("A", 11));
  expect(find("commune", "A")).toMatchObject({valeur: 600, statut: "connu"});
  expect(find("commune", "B")).toMatchObject({
    statut: "non_applicable",
    motif: "Aucune vente dans le champ sur la période."
  });
  expect((await read(sell("A", 10)))("commune", "A")?.statut).toBe("secret");
});

test("hors des ventes chargées ou publiées, le prix n'est pas disponible", async () => {
  const find = await read(sell("A", 11));
  const loaded = "Seules les ventes des départements du périmètre sont chargées.";
  expect(find("region", "R")).toMatchObject({statut: "non_disponible", motif: loaded});
  expect(find("france", "FR")).toMatchObject({statut: "non_disponible", motif: loaded});
  expect(find("commune", "M")?.statut).toBe("non_disponible");
  expect(find("commune", "M")?.motif).toContain("ni la Moselle");
});

test("des identifiants mêlés rendent la médiane estimée", async () => {
  const find = await read([...sell("A", 11), ...sell("B", 1, true)]);
  expect(find("ti", "X")?.statut).toBe("estime");
  expect(find("commune", "A")?.statut).toBe("connu");
});

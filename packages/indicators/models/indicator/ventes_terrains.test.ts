import type {IndicatorRow} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {dvfCountry, terrain} from "../../testing/dvf.ts";

test("une vente compte une fois ; de 1 à 4 elles sont secrètes, zéro reste zéro, l'absence reste une absence", async () => {
  const sell = (commune: string, n: number) =>
    Array.from({length: n}, (_, rank) => terrain({mutation: `${commune}${rank}`, commune}));
  // Quatre ventes à A, dont une écrite deux fois, et une à B : 5 dans le territoire.
  const lignes = [...sell("A", 4), terrain({mutation: "A0"}), ...sell("B", 1)];
  const rows = await readModel<IndicatorRow>(dvfCountry(lignes), "indicator.ventes_terrains");
  const found = rows.map(({niveau, code_territoire, numerateur, statut}) =>
    [niveau, code_territoire, statut === "secret" ? "s" : numerateur, statut].join(" ")
  );
  expect(found).toEqual([
    "commune A s secret",
    "commune B s secret",
    "commune C 0 non_disponible",
    "commune M 0 non_disponible",
    "departement 77 5 connu",
    "france FR 5 non_disponible",
    "region R 5 non_disponible",
    "ti X 5 connu"
  ]);
  expect(rows[0]).toMatchObject({
    periode_debut: "2021-07-01",
    periode_fin: "2026-06-30",
    motif: "Moins de 5\u00a0ventes\u00a0: nombre non publié."
  });
});

test("une commune du département sans aucune vente vaut zéro", async () => {
  const rows = await readModel<IndicatorRow>(
    dvfCountry([terrain({mutation: "a", commune: "A"})]),
    "indicator.ventes_terrains"
  );
  expect(rows.find(({code_territoire}) => code_territoire === "B")).toMatchObject({
    numerateur: 0,
    statut: "connu",
    motif: null
  });
});

import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {friche, paysFriches, territoireEtModalite} from "../../testing/friches.ts";

test("une unité foncière partagée ne compte qu'une fois, au statut où elle est encore un gisement", async () => {
  const commune = {surface_m2: 30_000, reference_cadastrale: "P1|P2"};
  const rows = await readModel<Row>(
    {
      ...paysFriches,
      "staging.cartofriches__friche": [
        friche("1", "A", "avec_projet", commune),
        friche("2", "A", "sans_projet", commune),
        friche("3", "B", "reconvertie", {reference_cadastrale: null}),
        friche("4", "B", "reconvertie", {reference_cadastrale: null}),
        friche("5", "C", "potentielle", {surface_m2: 990_000})
      ]
    },
    "indicator.friches_surface"
  );
  // A : 3 ha, comptés sans projet. B : deux sites sans référence font deux unités d'un hectare. C : rien.
  expect(territoireEtModalite(rows, "numerateur")).toMatchObject({
    "X _T": 5,
    "X sans_projet": 3,
    "X avec_projet": 0,
    "X reconvertie": 2,
    "A _T": 3,
    "C _T": 0
  });
});

test("une surface inconnue n'est pas nulle : le total est un minimum, ou rien", async () => {
  const rows = await readModel<Row>(
    {
      ...paysFriches,
      "staging.cartofriches__friche": [
        friche("1", "A", "sans_projet"),
        friche("2", "B", "sans_projet", {surface_m2: null})
      ]
    },
    "indicator.friches_surface"
  );
  const total = (code: string) => rows.find((row) => row.code_territoire === code && row.modalite === "_T");
  expect(total("X")).toMatchObject({
    numerateur: 1,
    statut: "minimum",
    motif: "1 friche sans surface connue."
  });
  expect(total("B")).toMatchObject({numerateur: null, statut: "non_disponible"});
});

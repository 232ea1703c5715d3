import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {friche, paysFriches} from "../../testing/friches.ts";

test("les quatre classes, d'après les surfaces sans projet, avec projet et reconverties", async () => {
  const rows = await readModel<Row>(
    {
      ...paysFriches,
      "staging.cartofriches__friche": [
        friche("1", "A", "sans_projet"),
        friche("2", "B", "avec_projet"),
        friche("3", "B", "sans_projet", {surface_m2: 0}),
        friche("4", "C", "potentielle"),
        friche("5", "C", "inconnu")
      ]
    },
    "indicator.friches_gisement"
  );
  // Le site sans projet de B est sans surface : A = 0. C n'a ni A, ni B, ni C. D est hors du fichier.
  expect(Object.fromEntries(rows.map((row) => [row.code_territoire, row.modalite]))).toEqual({
    A: "non_exploite",
    B: "nul_exploite",
    C: "nul_sans_potentiel",
    X: "en_cours",
    "11": "en_cours"
  });
  expect(rows.find((row) => row.code_territoire === "11")).toMatchObject({valeur: 1, statut: "estime"});
});

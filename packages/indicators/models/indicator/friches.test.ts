import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {friche, paysFriches, territoireEtModalite} from "../../testing/friches.ts";

test("les friches se comptent par statut, sans les potentielles ; une commune sans site du même département vaut zéro", async () => {
  const rows = await readModel<Row>(
    {
      ...paysFriches,
      "staging.cartofriches__friche": [
        friche("1", "A", "sans_projet"),
        friche("2", "A", "potentielle"),
        friche("3", "B", "avec_projet"),
        friche("4", "B", "inconnu")
      ]
    },
    "indicator.friches"
  );
  const found = territoireEtModalite(rows, "numerateur");
  expect(found).toMatchObject({
    "X _T": 3,
    "X sans_projet": 1,
    "X avec_projet": 1,
    "X reconvertie": 0,
    "X inconnu": 1,
    "A _T": 1,
    "C _T": 0
  });
  // D est dans un département sans aucun site : hors du fichier. La région en a une commune sur quatre d'inconnue.
  const d = rows.find((row) => row.code_territoire === "D");
  expect(d).toMatchObject({numerateur: null, statut: "non_disponible"});
  expect(rows.find((row) => row.code_territoire === "11" && row.modalite === "_T")).toMatchObject({
    numerateur: 3,
    statut: "minimum",
    motif: "1 commune sur 4 dans un département absent du fichier source."
  });
  expect(rows[0]).toMatchObject({periode_debut: "2026-04-15", periode_fin: "2026-04-15"});
});

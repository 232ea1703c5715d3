import {expect, test} from "vitest";
import {publicFailure} from "./public-failure.ts";

const since = "2026-11-24T06:00:00.000Z";

test("une page ne cite aucune valeur du fichier refusé", () => {
  const told = publicFailure({
    since,
    code: "TYPE",
    message:
      "sirene_etablissement/etablissement : attendu un entier dans « siret », trouvé « DUPONT JEAN 12345678900011 » ; corriger."
  });
  expect(told).toEqual({
    since,
    code: "TYPE",
    message:
      "Fichier reçu mais refusé : des valeurs n'ont pas la forme attendue ; le détail est dans le journal de l'actualisation."
  });
});

test("une panne du producteur se dit telle quelle", () => {
  const failure = {since, code: "SRC_UNAVAILABLE", message: "urssaf/commune_ape : une erreur 503."} as const;
  expect(publicFailure(failure)).toEqual(failure);
});

test("un fichier sans en-tête ne montre pas sa première ligne", () => {
  const message =
    "bodacc/annonce : attendu les colonnes « id », « nom », trouvé 7 colonnes (« 12 », « DUPONT (JEAN) », …) ; vérifier.";
  expect(publicFailure({since, code: "DRIFT_MISSING", message}).message).toBe(
    "bodacc/annonce : attendu les colonnes « id », « nom », trouvé 7 colonnes ; vérifier."
  );
});

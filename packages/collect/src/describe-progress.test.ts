import {expect, test} from "vitest";
import {describeProgress} from "./describe-progress.ts";

const about = {source: "urssaf", file: "commune_ape", step: "telechargement", bytes: 0, total: null} as const;

test("une ligne dit le fichier, ce qui est reçu, ou ce qui est attendu et pourquoi", () => {
  expect(describeProgress(about)).toBe("commune_ape");
  expect(describeProgress({...about, bytes: 12.4e6})).toBe("commune_ape 12\u00a0Mo");
  expect(describeProgress({...about, bytes: 12.4e6, total: 40e6})).toBe("commune_ape 12 sur 40\u00a0Mo");
  const wait = {ms: 6200, reason: "une erreur 503 du serveur"};
  expect(describeProgress({...about, step: "attente", wait})).toBe(
    "commune_ape, une erreur 503 du serveur : attente de 7\u00a0s au plus"
  );
});

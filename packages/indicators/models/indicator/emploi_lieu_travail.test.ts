import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";

test("les emplois gardent leurs décimales et leur propre statut, au 1er janvier du millésime", async () => {
  const rows = await readModel(
    {
      "core.emploi_rp": [
        {code_commune: "A", annee: 2023, emplois: 26_120.48, statut_emplois: "connu", statut: "secret"},
        {code_commune: "B", annee: 2023, emplois: null, statut_emplois: "secret", statut: "secret"}
      ]
    },
    "indicator.emploi_lieu_travail"
  );
  const date = {periode_debut: "2023-01-01", periode_fin: "2023-01-01"};
  // Le statut d'ensemble de A vient des actifs : il ne touche pas ses emplois.
  expect(rows).toEqual([
    {code_commune: "A", ...date, numerateur: 26_120.48, statut: "connu"},
    {code_commune: "B", ...date, numerateur: null, statut: "secret"}
  ]);
});

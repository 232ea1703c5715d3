import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi} from "../../testing/emploi.ts";

test("les salariés hors intérim se rapportent aux établissements hors intérim", async () => {
  const annee = 2025;
  const rows = await readModel<{numerateur: number; denominateur: number; motif: string | null}>(
    {
      "core.emploi_territoire": [
        emploi({territoire: "ti:X", annee, nomenclature: "TOTAL", effectif: 1000}),
        emploi({territoire: "ti:X", annee, nomenclature: "HORS", effectif: 900}),
        emploi({territoire: "ti:Y", annee, nomenclature: "HORS", effectif: 0})
      ]
    },
    "indicator.taille_moyenne_etablissement"
  );
  // X : 900 / 90 (dix salariés par établissement dans ces lignes d'essai) ; Y n'a pas d'employeur, donc pas de taille.
  expect(rows).toMatchObject([
    {numerateur: 900, denominateur: 90, motif: null},
    {numerateur: 0, denominateur: 0, motif: "Aucun établissement employeur dans le territoire."}
  ]);
});

import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi, periode} from "../../testing/emploi.ts";

test("l'ensemble est donné chaque année, les secteurs aux années des périodes de référence", async () => {
  const annees = [2023, 2024, 2025];
  const rows = await readModel<{dimension: string; periode_fin: string; numerateur: number}>(
    {
      "core.emploi_territoire": annees.flatMap((annee) => [
        emploi({territoire: "ti:X", annee, nomenclature: "TOTAL", effectif: annee}),
        emploi({territoire: "ti:X", annee, nomenclature: "A38", modalite: "CA", effectif: 7}),
        emploi({territoire: "ti:X", annee, nomenclature: "A88", modalite: "10", effectif: 7})
      ]),
      "core.periode_reference": [periode(2023, 2025)]
    },
    "indicator.effectif_prive"
  );
  const seen = rows.map(({dimension, periode_fin}) => `${dimension} ${periode_fin.slice(0, 4)}`).sort();
  expect(seen).toEqual(["a38 2023", "a38 2025", "total 2023", "total 2024", "total 2025"]);
});

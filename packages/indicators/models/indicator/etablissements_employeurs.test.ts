import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi, periode} from "../../testing/emploi.ts";

test("on compte les établissements, pas les salariés", async () => {
  const rows = await readModel<{numerateur: number; cellules_inconnues: number}>(
    {
      // L'exemple donne un établissement pour dix salariés.
      "core.emploi_territoire": [
        emploi({territoire: "ti:X", annee: 2025, nomenclature: "TOTAL", effectif: 120, inconnues: 2})
      ],
      "core.periode_reference": [periode(2015, 2025)]
    },
    "indicator.etablissements_employeurs"
  );
  expect(rows).toMatchObject([{numerateur: 12, cellules_inconnues: 2}]);
});

import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi} from "../../testing/emploi.ts";

test("l'industrie se rapporte à l'emploi hors intérim, pas à l'ensemble", async () => {
  const annee = 2025;
  const rows = await readModel<{numerateur: number; denominateur: number}>(
    {
      "core.emploi_territoire": [
        emploi({territoire: "ti:X", annee, nomenclature: "TOTAL", effectif: 1000}),
        emploi({territoire: "ti:X", annee, nomenclature: "HORS", effectif: 900}),
        emploi({territoire: "ti:X", annee, nomenclature: "GS", modalite: "industrie", effectif: 108}),
        emploi({territoire: "ti:X", annee, nomenclature: "GS", modalite: "interim", effectif: 100})
      ]
    },
    "indicator.part_industrie"
  );
  // 108 / 900, soit 12 % : le constructeur divise après avoir additionné.
  expect(rows).toMatchObject([{numerateur: 108, denominateur: 900}]);
});

import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi, periode} from "../../testing/emploi.ts";

test("le taux annuel moyen mène du début à la fin ; sans emploi au départ il n'existe pas", async () => {
  const rows = await readModel<{code_territoire: string; valeur: number | null; motif: string | null}>(
    {
      "core.emploi_territoire": [
        emploi({territoire: "commune:A", annee: 2023, nomenclature: "TOTAL", effectif: 100}),
        emploi({territoire: "commune:A", annee: 2025, nomenclature: "TOTAL", effectif: 121}),
        emploi({territoire: "commune:B", annee: 2023, nomenclature: "TOTAL", effectif: 0}),
        emploi({territoire: "commune:B", annee: 2025, nomenclature: "TOTAL", effectif: 5})
      ],
      "core.periode_reference": [periode(2023, 2025)]
    },
    "indicator.effectif_evolution"
  );
  // 100 × 1,1 × 1,1 = 121 : +10 % par an.
  expect(rows[0]?.valeur).toBeCloseTo(10, 9);
  expect(rows[1]?.valeur).toBeNull();
  expect(rows[1]?.motif).toContain("31 décembre 2023");
});

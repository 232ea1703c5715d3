import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi} from "../../testing/emploi.ts";

test("la première année vaut 100, les suivantes s'y rapportent", async () => {
  const serie = [80, 100, 60].map((effectif, i) =>
    emploi({territoire: "ti:X", annee: 2023 + i, nomenclature: "TOTAL", effectif})
  );
  const rows = await readModel<{periode_debut: string; periode_fin: string; valeur: number}>(
    {"core.emploi_territoire": serie},
    "indicator.effectif_base100"
  );
  // 100 × 100/80 = 125 ; 100 × 60/80 = 75.
  expect(rows.map(({valeur}) => valeur)).toEqual([100, 125, 75]);
  expect(rows.map(({periode_fin}) => periode_fin)).toEqual(["2023-12-31", "2024-12-31", "2025-12-31"]);
  expect(new Set(rows.map(({periode_debut}) => periode_debut))).toEqual(new Set(["2023-12-31"]));
});

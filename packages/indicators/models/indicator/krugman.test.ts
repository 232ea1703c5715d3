import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {goldenZones, valuesOf} from "../../testing/golden-zones.ts";

interface Value {
  code_territoire: string;
  dimension: string;
  modalite: string;
  valeur: number | null;
}

test("l'indice est la demi-somme des écarts de structure (nombres de la méthode, § 3.2)", async () => {
  const rows = await readModel<Value>(goldenZones, "indicator.krugman");
  // Zone 1 : ½ (|22/95 − 76/172| + |32/95 − 38/172| + |41/95 − 58/172|) = ½ (0,210282 + 0,115912 + 0,094370).
  expect([1, 2, 3, 4].flatMap((zone) => valuesOf(rows, zone))).toEqual([
    0.210282, 0.189542, 0.170096, 0.457553
  ]);
  expect(new Set(rows.map(({dimension, modalite}) => `${dimension} ${modalite}`))).toEqual(
    new Set(["a38 _T"])
  );
});

import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {goldenZones, valuesOf} from "../../testing/golden-zones.ts";

interface Value {
  niveau: string;
  code_territoire: string;
  modalite: string;
  valeur: number | null;
  motif: string | null;
}

test("le quotient compare à toute la référence, territoire compris (nombres de la méthode, § 3.2)", async () => {
  const rows = await readModel<Value>(goldenZones, "indicator.quotient_localisation");
  // Zone 1, CA : (22/95) / (98/267) = 0,231579 / 0,367041 = 0,630934.
  expect(valuesOf(rows, 1)).toEqual([0.630934, 1.284812, 1.163955]);
  expect(valuesOf(rows, 2)).toEqual([0.605442, 1.029252, 1.369889]);
  expect(valuesOf(rows, 3)).toEqual([0.657635, 1.578325, 0.92999]);
  expect(valuesOf(rows, 4)).toEqual([1.873087, 0.429107, 0.539394]);
});

test("la référence elle-même n'a pas de quotient, et le motif le dit", async () => {
  const rows = await readModel<Value>(goldenZones, "indicator.quotient_localisation");
  const france = rows.filter(({niveau}) => niveau === "france");
  expect(france.map(({valeur}) => valeur)).toEqual([null, null, null]);
  expect(france[0]?.motif).toBe("Le territoire est lui-même la référence.");
});

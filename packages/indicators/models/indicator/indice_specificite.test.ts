import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";
import {emploi, periode, reference} from "../../testing/emploi.ts";
import {goldenZones, valuesOf} from "../../testing/golden-zones.ts";

interface Value {
  code_territoire: string;
  modalite: string;
  valeur: number | null;
  motif: string | null;
}

test("l'indice compare au reste de la référence, territoire exclu (nombres de la méthode, § 3.2)", async () => {
  const rows = await readModel<Value>(goldenZones, "indicator.indice_specificite");
  // Zone 1, CA : (22/95) / ((98 − 22)/(267 − 95)) = 0,231579 / 0,441860 = 0,524100.
  expect(valuesOf(rows, 1)).toEqual([0.5241, 1.524654, 1.279855]);
  expect(valuesOf(rows, 2)).toEqual([0.539683, 1.038634, 1.546553]);
  expect(valuesOf(rows, 3)).toEqual([0.6313, 1.697979, 0.922123]);
  expect(valuesOf(rows, 4)).toEqual([2.989826, 0.344877, 0.450602]);
});

test("un secteur que le territoire est seul à avoir n'a pas d'indice", async () => {
  const annee = 2025;
  const rows = await readModel<Value>(
    {
      "core.emploi_territoire": [
        emploi({territoire: "commune:A", annee, nomenclature: "HORS", effectif: 30}),
        emploi({territoire: "commune:A", annee, nomenclature: "A38", modalite: "CD", effectif: 30}),
        emploi({territoire: "france:FR", annee, nomenclature: "HORS", effectif: 100}),
        emploi({territoire: "france:FR", annee, nomenclature: "A38", modalite: "CD", effectif: 30})
      ],
      "core.territoire_reference": [reference("commune:A", "france:FR")],
      "core.periode_reference": [periode(2015, annee)]
    },
    "indicator.indice_specificite"
  );
  expect(rows[0]?.valeur).toBeNull();
  expect(rows[0]?.motif).toBe("Aucun emploi de ce secteur dans le reste de la référence.");
});

import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";

test("l'année du découpage l'emporte ; l'historique passe aux communes en vigueur", async () => {
  const rows = await readModel(
    {
      "core.commune": [{code_commune: "A", population: 110}],
      "staging.decoupage__commune": [
        {code_commune: "A", type: "commune-actuelle", population: 110},
        {code_commune: "A", type: "commune-deleguee", population: null}
      ],
      "reference.millesime": [{source: "decoupage", file: "commune", annee: 2026}],
      "staging.populations__population": [
        {geo: "A", geo_object: "COM", popref_measure: "PMUN", annee: 2022, population: 100},
        {geo: "V", geo_object: "COM", popref_measure: "PMUN", annee: 2022, population: 8},
        {geo: "A", geo_object: "COM", popref_measure: "PMUN", annee: 2023, population: 999},
        {geo: "A", geo_object: "COM", popref_measure: "PTOT", annee: 2022, population: 105},
        {geo: "A", geo_object: "EPCI", popref_measure: "PMUN", annee: 2022, population: 5000}
      ],
      "core.passage_commune": [
        {code_source: "A", code_commune: "A", part: 1},
        {code_source: "V", code_commune: "A", part: 1}
      ]
    },
    "core.population_annuelle"
  );
  // V a fusionné avec A : 100 + 8 en 2022 ; en 2023 (COG 2026 − 3), 110 du découpage et non 999.
  expect(rows).toEqual([
    {code_commune: "A", annee: 2022, population: 108},
    {code_commune: "A", annee: 2023, population: 110}
  ]);
});

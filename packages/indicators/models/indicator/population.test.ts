import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";

test("la population est donnée par commune, datée du 1er janvier", async () => {
  const rows = await readModel(
    {"core.population_annuelle": [{code_commune: "77284", annee: 2023, population: 56_905}]},
    "indicator.population"
  );
  expect(rows).toEqual([
    {code_commune: "77284", periode_debut: "2023-01-01", periode_fin: "2023-01-01", numerateur: 56_905}
  ]);
});

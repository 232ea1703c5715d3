import {expect, test} from "vitest";
import {readModel} from "../../testing/build-from.ts";

const annuelle = (code_commune: string, annee: number, population: number) => ({
  code_commune,
  annee,
  population
});

test("le taux se calcule sur les sommes, jamais sur les taux des communes", async () => {
  const rows = await readModel<{code_territoire: string; valeur: number | null; communes_absentes: number}>(
    {
      "core.population_annuelle": [
        annuelle("A", 2021, 100),
        annuelle("A", 2023, 142),
        annuelle("B", 2021, 900),
        annuelle("B", 2023, 1068),
        annuelle("C", 2023, 50)
      ],
      "core.appartenance": [
        {niveau: "ti", code_territoire: "X", code_commune: "A"},
        {niveau: "ti", code_territoire: "X", code_commune: "B"},
        {niveau: "commune", code_territoire: "C", code_commune: "C"}
      ]
    },
    "indicator.population_evolution"
  );
  const [commune, ti] = rows;
  // (142 + 1 068) / (100 + 900) = 1,21 en deux ans : +10 % par an.
  expect(ti?.valeur).toBeCloseTo(10, 9);
  expect(commune).toMatchObject({code_territoire: "C", valeur: null, communes_absentes: 1});
});

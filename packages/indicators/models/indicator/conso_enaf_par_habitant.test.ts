import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {consoAnnuelle, paysEnaf} from "../../testing/conso-enaf.ts";

const habitants = (code_commune: string, annee: number, population: number) => ({
  code_commune,
  annee,
  population
});

test("des m² par habitant de la fin de la période, ou du dernier recensement connu avant elle", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": [...consoAnnuelle("A", 2011, 2025, 10_000), ...consoAnnuelle("B", 2011, 2025, 0)],
      "core.population_annuelle": [
        habitants("A", 2021, 900),
        habitants("B", 2021, 100),
        habitants("A", 2023, 950),
        habitants("B", 2023, 0)
      ]
    },
    "indicator.conso_enaf_par_habitant"
  );
  const ti = rows.filter((row) => row.code_territoire === "X");
  // Décennie : 10 ha pour 1 000 habitants en 2021 ; série et suite : 14 et 4 ha pour les 950 de 2023.
  expect(ti).toMatchObject([
    {
      periode_debut: "2011-01-01",
      periode_fin: "2021-01-01",
      numerateur: 100_000,
      denominateur: 1000,
      statut: null
    },
    {periode_debut: "2011-01-01", periode_fin: "2025-01-01", numerateur: 140_000, denominateur: 950},
    {periode_debut: "2021-01-01", periode_fin: "2025-01-01", numerateur: 40_000, denominateur: 950}
  ]);
  expect(ti[1]?.motif).toBe(
    "La dernière année, 2024, est provisoire et sous-estimée. Population au 1er janvier 2023, la dernière connue."
  );
  expect(rows.find((row) => row.code_territoire === "B" && row.periode_fin === "2025-01-01")).toMatchObject({
    statut: "non_applicable",
    motif: "Aucun habitant au 1er janvier 2023."
  });
});

test("les habitants d'une commune absente du fichier ne comptent pas au dénominateur", async () => {
  const rows = await readModel<Row>(
    {
      ...paysEnaf,
      "core.conso_enaf": consoAnnuelle("A", 2015, 2018, 1_000),
      "core.population_annuelle": [habitants("A", 2017, 30), habitants("B", 2017, 70)]
    },
    "indicator.conso_enaf_par_habitant"
  );
  expect(rows.find((row) => row.code_territoire === "X")).toMatchObject({
    numerateur: 3_000,
    denominateur: 30,
    statut: "estime"
  });
});

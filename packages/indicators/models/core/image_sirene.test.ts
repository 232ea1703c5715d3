import {expect, test} from "vitest";
import {buildFrom, readModel} from "../../testing/build-from.ts";
import {sireneWorld} from "../../testing/sirene-world.ts";

const millesime = (date_millesime: string, source = "sirene_etablissement") => ({
  source,
  file: "etablissement",
  annee: 2025,
  date_millesime
});

test.each([
  ["2025-12-31", 2025],
  ["2026-01-31", 2025],
  ["2026-12-30", 2025]
])("une image du %s couvre %i en entier", async (date, annee) => {
  const rows = await readModel({"reference.millesime": [millesime(date)]}, "core.image_sirene");
  expect(rows).toEqual([{date_image: date, annee_complete: annee, annee_premiere: annee - 15}]);
});

test("sans Sirene, aucun indicateur n'a de ligne", async () => {
  const warehouse = await buildFrom(
    {...sireneWorld, "reference.millesime": [millesime("2025-12-31", "urssaf")]},
    [
      "indicator.etablissements_actifs",
      "indicator.survie",
      "indicator.renouvellement",
      "indicator.concentration_emploi"
    ]
  );
  const [row] = await warehouse.all(
    `select
      (select count(*) from indicator.etablissements_actifs) + (select count(*) from indicator.survie)
      + (select count(*) from indicator.renouvellement) + (select count(*) from indicator.concentration_emploi) as lignes`
  );
  warehouse.close();
  expect(Number(row?.lignes)).toBe(0);
});

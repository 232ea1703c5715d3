import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";
import {friche, paysFriches} from "../../testing/friches.ts";

test("un site est dans une seule commune, la plus grande part d'un code scindé ; les potentielles n'y sont pas", async () => {
  const rows = await readModel<Row>(
    {
      ...paysFriches,
      "core.passage_commune": [
        {code_source: "A", code_commune: "A", part: 1},
        {code_source: "V", code_commune: "A", part: 0.3},
        {code_source: "V", code_commune: "B", part: 0.7}
      ],
      "staging.cartofriches__friche": [
        friche("1", "A", "sans_projet", {reference_cadastrale: "P"}),
        friche("2", "V", "reconvertie", {reference_cadastrale: "P"}),
        friche("3", "A", "potentielle")
      ]
    },
    "core.friche"
  );
  expect(
    rows.map((row) => [row.site_id, row.code_commune, row.porte_la_surface, row.surface_retenue_m2])
  ).toEqual([
    ["1", "A", true, 10_000],
    ["2", "B", false, null]
  ]);
});

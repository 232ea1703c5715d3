import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";

const flux = (code_commune: string, surface_m2: number | null) => ({
  code_commune,
  annee: 2015,
  destination: "total",
  surface_m2
});

test("les communes réunies s'additionnent, une scindée se répartit, une partie inconnue laisse l'ensemble inconnu", async () => {
  const given = [flux("A", 5), flux("B", 10), flux("V", 7), flux("W", 100), flux("Y", 3), flux("Z", null)];
  const passage = [
    ["A", "A", 1],
    ["B", "B", 1],
    ["V", "B", 1],
    ["W", "C", 0.25],
    ["W", "D", 0.75],
    ["Y", "E", 1],
    ["Z", "E", 1],
    // Un code que le fichier ne donne pas ne change rien.
    ["U", "A", 1]
  ] as const;
  const rows = await readModel<Row>(
    {
      "staging.enaf__flux": given,
      "staging.enaf__commune": given.map(({code_commune}) => ({code_commune})),
      "core.passage_commune": passage.map(([code_source, code_commune, part]) => ({
        code_source,
        code_commune,
        part
      }))
    },
    "core.conso_enaf"
  );
  // B = 10 + 7 ; W se partage à 25 et 75 ; E a une moitié vide.
  expect(rows.map((row) => [row.code_commune, row.surface_m2])).toEqual([
    ["A", 5],
    ["B", 17],
    ["C", 25],
    ["D", 75],
    ["E", null]
  ]);
});

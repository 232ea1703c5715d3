import {existsSync} from "node:fs";
import {expect, test} from "vitest";
import {projectPath, readReference, readRows} from "../testing/read-reference.ts";

const official = projectPath("../shared/data/nomenclatures/naf_rev2_732_hierarchie.csv");
const rows = readReference("naf_division");
const count = (column: string) => new Set(rows.map((row) => row[column])).size;

test("la NAF rév. 2 a 88 divisions, 38, 17 et 10 secteurs, 21 sections", () => {
  expect(["division", "a38", "a17", "a10", "section"].map(count)).toEqual([88, 38, 17, 10, 21]);
});

test("un libellé par code, court pour les figures", () => {
  for (const level of ["a38", "a17"]) {
    expect(new Set(rows.map((row) => `${row[level]} ${row[`libelle_court_${level}`]}`)).size).toBe(
      count(level)
    );
    expect(rows.filter((row) => row[`libelle_court_${level}`]!.length > 28)).toEqual([]);
  }
});

test.skipIf(!existsSync(official))(
  "les codes sont ceux de l'Insee (extrait réel, absent hors de l'atelier)",
  () => {
    const expected = new Map(
      readRows(official).map((row) => [
        row.division_a88,
        `${row.a38} ${row.a17} ${row.a10} ${row.section_a21}`
      ])
    );
    expect(
      new Map(rows.map((row) => [row.division, `${row.a38} ${row.a17} ${row.a10} ${row.section}`]))
    ).toEqual(expected);
  }
);

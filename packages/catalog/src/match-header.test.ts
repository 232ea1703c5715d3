import {expect, test} from "vitest";
import {matchHeader} from "./match-header.ts";
import type {SourceFile} from "./source.ts";

const file: SourceFile = {
  id: "f",
  title: "essai",
  transport: {kind: "http", url: "https://example.test/f.csv"},
  fileName: "f",
  dialect: {format: "csv", delimiter: ";", encoding: "utf-8", quote: '"'},
  columns: {
    code_commune: {meaning: "commune", type: "texte", aliases: ["Code commune"]},
    remarque: {meaning: "libre", type: "texte", optional: true}
  },
  families: [
    {
      name: "effectifs",
      pattern: "^effectifs_(\\d{4})$",
      aliasPattern: "^Effectifs (\\d{4})$",
      meaning: "postes",
      type: "entier"
    }
  ],
  key: ["code_commune"],
  rows: {min: 1, max: 10}
};

test("columns are found by name, whatever their order, case or alias", () => {
  const match = matchHeader("f", file, ["Effectifs 2025", "CODE COMMUNE", "effectifs_2024", "autre"]);
  expect(match.columns).toEqual({code_commune: "CODE COMMUNE", remarque: null});
  expect(match.families.map(({period, header}) => [period, header])).toEqual([
    ["2024", "effectifs_2024"],
    ["2025", "Effectifs 2025"]
  ]);
  expect(match.periods).toEqual(["2024", "2025"]);
  expect(match.unknown).toEqual(["autre"]);
});

test("a renamed column is named, with the likely new name", () => {
  expect(() => matchHeader("f.csv", file, ["code_communes", "effectifs_2024"])).toThrow(
    /f\.csv : attendu la colonne « code_commune », trouvé « code_communes »/
  );
});

test("a missing column, a doubled column and a missing year are refused", () => {
  expect(() => matchHeader("f", file, ["effectifs_2024"])).toThrow(/« code_commune »/);
  expect(() => matchHeader("f", file, ["code_commune", "Code_Commune", "effectifs_2024"])).toThrow(
    /deux fois/
  );
  expect(() => matchHeader("f", file, ["code_commune", "effectifs_2022", "effectifs_2024"])).toThrow(
    /2022 puis 2024/
  );
});

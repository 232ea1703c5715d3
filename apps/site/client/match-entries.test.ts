import {expect, test} from "vitest";
import {fixtureSearch} from "../test/fixture-content.ts";
import {indexEntries, matchEntries, type RawEntry} from "./match-entries.ts";

const index = indexEntries(
  fixtureSearch().map(({kind, title, detail, path, words}): RawEntry => [kind, title, detail, path, words])
);
const titles = (query: string) => matchEntries(index, query).map(([, title]) => title);

test.each([
  ["meaux", ["Meaux"]],
  ["MEA", ["Meaux"]],
  ["77284", ["Meaux"]],
  ["77440", ["Le Plessis-Placy", "L'Haÿ-Bellevue"]],
  ["hay", ["L'Haÿ-Bellevue"]],
  ["l'hay", ["L'Haÿ-Bellevue"]],
  ["st fiacre", ["Saint-Fiacre"]],
  ["plessis placy", ["Le Plessis-Placy"]],
  ["usine", ["Part de l'industrie"]],
  ["methode", ["Méthode et sources"]],
  ["zzz", []],
  ["  ", []]
])("« %s »", (query, expected) => {
  expect(titles(query)).toEqual(expected);
});

test("the same title comes before a longer one, and the list stays short", () => {
  const entries = indexEntries(
    ["Meaux-la-Grande", "Meaux", "Grand Meaux"].map(
      (title): RawEntry => ["territoire", title, "commune", title, ""]
    )
  );
  expect(matchEntries(entries, "meaux").map(([, title]) => title)).toEqual([
    "Meaux",
    "Meaux-la-Grande",
    "Grand Meaux"
  ]);
  expect(matchEntries(entries, "meaux", 1)).toHaveLength(1);
});

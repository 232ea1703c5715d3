import {expect, test} from "vitest";
import {type Row, readModel} from "../../testing/build-from.ts";

const enVigueur = (code_commune: string, anciens_codes: string | null = null): Row => ({
  code_commune,
  type: "commune-actuelle",
  anciens_codes,
  code_commune_actuelle: null
});

const deleguee = (code_commune: string, code_commune_actuelle: string): Row => ({
  code_commune,
  type: "commune-deleguee",
  anciens_codes: null,
  code_commune_actuelle
});

const mouvement = (
  mod: string,
  date_effet: string,
  code_avant: string | null,
  type_apres: string | null,
  code_apres: string | null
): Row => ({mod, date_effet, code_avant, type_apres, code_apres});

const rename = mouvement("10", "1950-01-01", "A", "COM", "A");

/** Codes of every test's small France: four communes in force, an old code and a déléguée of D. */
const always = ["A", "B", "C", "D", "T", "U"];

/** Rows of the passage of the other codes, as "source → commune: part". */
async function readPassage(decoupage: Row[], mouvements: Row[] = [rename]): Promise<string[]> {
  const rows = await readModel<{code_source: string; code_commune: string; part: number}>(
    {
      "core.commune": [
        {code_commune: "A", population: 300},
        {code_commune: "B", population: 100},
        {code_commune: "C", population: 0},
        {code_commune: "D", population: 0}
      ],
      "staging.decoupage__commune": [
        enVigueur("B"),
        enVigueur("C"),
        enVigueur("D", "U"),
        deleguee("T", "D"),
        ...decoupage
      ],
      "staging.cog__mouvement": mouvements
    },
    "core.passage_commune"
  );
  return rows
    .filter(({code_source}) => !always.includes(code_source))
    .map(({code_source, code_commune, part}) => `${code_source} → ${code_commune} : ${part}`);
}

test("sans événement, le découpage suffit : déléguées, arrondissements et anciens codes", async () => {
  expect(await readPassage([enVigueur("A", "V W"), deleguee("X", "A"), deleguee("A", "A")])).toEqual([
    "V → A : 1",
    "W → A : 1",
    "X → A : 1"
  ]);
});

test("un code se suit de fusion en changement de département, jusqu'à la commune en vigueur", async () => {
  const passage = await readPassage(
    [enVigueur("A")],
    [
      mouvement("41", "1968-01-01", "Z", "COM", "Y"),
      mouvement("32", "2016-01-01", "Y", "COMD", "Y"),
      mouvement("32", "2016-01-01", "Y", "COM", "A"),
      mouvement("32", "2016-01-01", "A", "COM", "A")
    ]
  );
  expect(passage).toEqual(["Y → A : 1", "Z → A : 1"]);
});

test("une commune partagée se répartit selon la population de ses parts ; à parts égales si elles sont vides", async () => {
  const passage = await readPassage(
    [enVigueur("A")],
    [
      mouvement("30", "1949-07-08", "Z", "COM", "A"),
      mouvement("30", "1949-07-08", "Z", "COM", "B"),
      mouvement("30", "1950-06-17", "Y", "COM", "C"),
      mouvement("30", "1950-06-17", "Y", "COM", "D")
    ]
  );
  // A a 300 habitants et B 100 : trois quarts et un quart.
  expect(passage).toEqual(["Y → C : 0.5", "Y → D : 0.5", "Z → A : 0.75", "Z → B : 0.25"]);
});

test("seul compte le dernier événement : ce qu'une commune a rendu avant de disparaître n'est plus à elle", async () => {
  const passage = await readPassage(
    [enVigueur("A")],
    [
      mouvement("21", "2012-01-01", "Z", "COM", "B"),
      mouvement("21", "2012-01-01", "Z", "COM", "Z"),
      mouvement("32", "2016-01-01", "Z", "COM", "A"),
      mouvement("32", "2016-01-01", "Z", "COMD", "Z")
    ]
  );
  expect(passage).toEqual(["Z → A : 1"]);
});

test("un code en vigueur reste à lui-même, quoi qu'il ait cédé ; une commune partie ailleurs ne mène nulle part", async () => {
  const passage = await readPassage(
    [enVigueur("A")],
    [
      mouvement("21", "2025-01-01", "A", "COM", "B"),
      mouvement("21", "2025-01-01", "A", "COM", "A"),
      mouvement("30", "2007-02-23", "Z", null, null)
    ]
  );
  expect(passage).toEqual([]);
});

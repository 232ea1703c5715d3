import {expect, test} from "vitest";
import {compareValues} from "./compare-values.ts";
import type {FrozenIndicator, FrozenValues} from "./freeze-values.ts";

const value = (annee: number, valeur: number): FrozenIndicator["valeurs"][number] => ({
  dimension: "total",
  modalite: "_T",
  debut: `${annee}-12-31`,
  fin: `${annee}-12-31`,
  valeur,
  statut: "connu"
});

function values(indicator: Partial<FrozenIndicator>, communes = ["77284"]): FrozenValues {
  return {
    date: "2026-11-24",
    communes,
    indicateurs: [
      {
        id: "effectif_prive",
        title: "Emploi salarié privé",
        unit: "emplois",
        decimals: 0,
        methode: "m1",
        sources: [{id: "urssaf", millesime: "2024", sha256: "a", simulee: false}],
        valeurs: [value(2023, 29_000), value(2024, 30_000)],
        ...indicator
      }
    ]
  };
}

const source = {id: "urssaf", millesime: "2025", sha256: "b", simulee: false};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const compare = (after: FrozenValues) =>
  compareValues(values({}), after).map(({motif, phrase}) => `${motif} : ${plain(phrase)}`);

test("nothing changed", () => expect(compare(values({}))).toEqual([]));

test("a new vintage tells the real change, read within it, and what it revised", () => {
  const valeurs = [value(2023, 29_000), value(2024, 30_100), value(2025, 30_500)];
  expect(compare(values({valeurs, sources: [source]}))).toEqual([
    "evolution : 30 500 (31 décembre 2025), contre 30 000 (31 décembre 2024) ; la valeur au 31 décembre 2024 est révisée à 30 100 ; évolution réelle : +400"
  ]);
});

test("the same period in another file is a revision; in the same file, nobody knows why", () => {
  const valeurs = [value(2023, 29_000), value(2024, 30_050)];
  const told = "30 050 (31 décembre 2024), contre 30 000 (31 décembre 2024)";
  expect(compare(values({valeurs, sources: [source]}))).toEqual([`revision : ${told}`]);
  expect(compare(values({valeurs}))).toEqual([`inexpliquee : ${told}`]);
});

test("perimeter and method come before the data", () => {
  const valeurs = [value(2024, 31_000)];
  expect(compare(values({valeurs}, ["77284", "77005"]))[0]).toMatch(/^perimetre : /);
  expect(compare(values({valeurs, methode: "m2"}))[0]).toMatch(/^methode : /);
});

test("simulated and real values are not compared as one series", () => {
  const simulated = [{...source, simulee: true}];
  expect(compare(values({valeurs: [value(2024, 1)], sources: simulated}))[0]).toMatch(/^simulation : /);
});

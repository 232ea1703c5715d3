import {expect, test} from "vitest";
import {computeSuivi} from "../src/compute-suivi.ts";
import {derivedTables} from "../src/derived-tables.ts";
import type {Suivi} from "../src/suivi.ts";
import {rightPlan} from "./plan-files.ts";

const follow = (): Suivi =>
  computeSuivi(rightPlan(), {
    date: "2026-11-24",
    dateLabel: "2023-11-09",
    observations: {valeurs: () => [], effectif: () => null}
  });

/** Facts of one row of each list of the Suivi, nested ones with their path. */
const facts = (row: object): string[] =>
  Object.entries(row).flatMap(([name, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? facts(value).map((inner) =>
          name === "avancement" ? inner : `${name}_${inner}`.replace("_total", "")
        )
      : [name]
  );

test("every fact of the rules is a column, typed, and every row casts to its types", () => {
  const suivi = follow();
  const tables = new Map(derivedTables(suivi).map((table) => [table.name, table]));
  expect([...tables.keys()]).toEqual([
    "derived.action",
    "derived.avancement",
    "derived.completude",
    "derived.budget",
    "derived.levier",
    "derived.aide",
    "derived.emploi_projet",
    "derived.objectif",
    "derived.objectif_serie"
  ]);
  for (const [name, rows] of [
    ["action", suivi.actions],
    ["avancement", suivi.avancement],
    ["completude", suivi.completude],
    ["budget", suivi.budgets],
    ["levier", suivi.leviers],
    ["aide", suivi.aides],
    ["emploi_projet", suivi.emplois],
    ["objectif", suivi.objectifs.map(({serie: _, ...row}) => row)]
  ] as const) {
    const table = tables.get(`derived.${name}`)!;
    expect(table.rows.length, name).toBe(rows.length);
    expect(rows.length, name).toBeGreaterThan(0);
    expect(Object.keys(table.columns), name).toEqual(["jour", ...facts(rows[0]!)]);
    for (const row of table.rows)
      for (const [column, type] of Object.entries(table.columns)) {
        const cell = row[column];
        expect(cell, `${name}.${column}`).not.toBeUndefined();
        if (cell === null || cell === undefined) continue;
        const right = {
          varchar: /^/,
          double: /^-?\d+(\.\d+)?(e-?\d+)?$/,
          integer: /^-?\d+$/,
          boolean: /^(true|false)$/,
          date: /^\d{4}-\d\d-\d\d$/
        }[type];
        expect(cell, `${name}.${column}`).toMatch(right);
      }
  }
});

test("values keep their meaning: nothing is not zero, a list is one text", () => {
  const [action] = derivedTables(follow())[0]!.rows;
  expect(action).toMatchObject({
    jour: "2026-11-24",
    action_id: "A1",
    racine: "true",
    previsionnel: "12500.5",
    engage: null,
    manques: "description|objectifs"
  });
});

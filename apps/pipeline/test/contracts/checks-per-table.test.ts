import {readdirSync} from "node:fs";
import {checkRoots, indicators, modelRoots} from "@observatoire/indicators";
import {stagingRoots} from "@observatoire/ingest-geography";
import {type Check, readChecks, readModels} from "@observatoire/warehouse";
import {beforeAll, expect, test} from "vitest";
import {modules} from "../../src/modules.ts";
import {listHeld} from "./own-checks.ts";

/** Tables that no model makes: the long table, its sources, the facts that people write, the vintage of each file. */
const madeByCode = [
  "mart.indicateur",
  "mart.indicateur_source",
  "reference.millesime",
  ...readdirSync(new URL("../../../../data/reference", import.meta.url))
    .filter((name) => name.endsWith(".csv"))
    .map((name) => `reference.${name.replace(".csv", "")}`)
];

let tables: readonly string[];
let checks: readonly Check[];
/** Names of the checks that are about each table. */
const held = new Map<string, string[]>();

beforeAll(async () => {
  const models = await readModels([
    ...modules.map(({directory}) => ({directory})),
    ...stagingRoots.map((directory) => ({directory})),
    ...modelRoots
  ]);
  tables = [...new Set([...models.map(({name}) => name), ...madeByCode])];
  checks = await readChecks([...modules.map(({directory}) => directory), ...checkRoots]);
  for (const table of tables) held.set(table, []);
  const ids = indicators.map(({id}) => id);
  for (const check of checks)
    for (const table of await listHeld(check, tables, ids)) held.get(table)!.push(check.name);
});

const short = (of: readonly string[]) =>
  of
    .filter((table) => held.get(table)!.length < 3)
    .map((table) => `${table} : ${held.get(table)!.join(", ")}`);

test("at least three checks of its own hold each table of staging, core and mart", () => {
  expect(short(tables.filter((table) => /^(staging|core|mart)\./.test(table)))).toEqual([]);
  expect(tables.length).toBeGreaterThan(100);
});

test("at least three checks of its own hold each table of reference", () => {
  const reference = tables.filter((table) => table.startsWith("reference."));
  expect(short(reference)).toEqual([]);
  expect(reference.length).toBeGreaterThanOrEqual(7);
});

test("at least three checks that name it hold each indicator", () => {
  expect(short(indicators.map(({id}) => `indicator.${id}`))).toEqual([]);
});

import {checkRoots, indicators, modelRoots} from "@observatoire/indicators";
import {stagingRoots} from "@observatoire/ingest-geography";
import {readChecks, readDependencies, readModels} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {modules} from "../../src/modules.ts";

const long = ["mart.indicateur", "mart.indicateur_source"];

test("at least three checks of its own hold each table of staging, core, indicator and mart", async () => {
  const models = await readModels([
    ...modules.map(({directory}) => ({directory})),
    ...stagingRoots.map((directory) => ({directory})),
    ...modelRoots
  ]);
  const tables = [...new Set([...models.map(({name}) => name), ...long])];
  const checks = await readChecks([...modules.map(({directory}) => directory), ...checkRoots]);
  const counts = new Map(tables.map((table) => [table, 0]));
  for (const {sql} of checks) {
    const read = await readDependencies(sql);
    // The long table holds every indicator: a check on it that names none of them holds each of their tables.
    const named = indicators.map(({id}) => id).filter((id) => sql.includes(`'${id}'`));
    const held = read.includes("mart.indicateur")
      ? (named.length > 0 ? named : indicators.map(({id}) => id)).map((id) => `indicator.${id}`)
      : [];
    for (const table of new Set([...read, ...held])) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  const short = tables
    .filter((table) => counts.get(table)! < 3)
    .map((table) => `${table} : ${counts.get(table)}`);
  expect(short).toEqual([]);
  expect(tables.length).toBeGreaterThan(100);
});

import {modelRoots} from "@observatoire/indicators";
import {stagingRoots} from "@observatoire/ingest-geography";
import {checkLayers, readModels} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {modules} from "../src/modules.ts";

const models = await readModels([
  ...modules.map(({directory}) => ({directory})),
  ...stagingRoots.map((directory) => ({directory})),
  ...modelRoots
]);

test("no SQL file jumps over a layer", () => {
  expect(models.length).toBeGreaterThan(20);
  expect(checkLayers(models)).toEqual([]);
});

test("every SQL file says what it makes and its grain in its first line", () => {
  const silent = models.filter(({sql}) => !/^-- .+ Une ligne\b/.test(sql));
  expect(silent.map(({file}) => file)).toEqual([]);
});

test("no year is written in a model", () => {
  const dated = models.filter(({sql}) => /\b(19[5-9]\d|20[0-4]\d)\b/.test(sql.replace(/^\s*--.*$/gm, "")));
  expect(dated.map(({file}) => file)).toEqual([]);
});

test("declarations survive JSON", () => {
  for (const {source} of modules) expect(JSON.parse(JSON.stringify(source)), source.id).toEqual(source);
});

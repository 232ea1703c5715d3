import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {checkLayers, readModels} from "@observatoire/warehouse";
import {expect, test} from "vitest";
import {modelRoots} from "./folders.ts";
import {indicators} from "./read-indicators.ts";
import {readSources, readUpstream} from "./read-sources.ts";

const rooms = ["ingest-geography", "ingest-employment", "ingest-sirene", "ingest-land"]
  .map((room) => fileURLToPath(new URL(`../../${room}`, import.meta.url)))
  .filter((directory) => existsSync(directory))
  .map((directory) => ({directory}));

test("la remontée suit les modèles et s'arrête où on le dit", () => {
  const models = [
    {name: "indicator.a", dependencies: ["core.b", "core.appartenance"]},
    {name: "core.b", dependencies: ["staging.s__f"]},
    {name: "staging.s__f", dependencies: ["raw.s__f"]},
    {name: "core.appartenance", dependencies: ["raw.cog__commune"]}
  ];
  expect(readUpstream("core.b", models)).toEqual(["staging.s__f", "raw.s__f"]);
  expect(readSources("a", models)).toEqual(["s"]);
});

test("les sources déclarées sont celles que le SQL lit", async () => {
  const models = await readModels([...modelRoots, ...rooms]);
  const read = Object.fromEntries(indicators.map(({id}) => [id, readSources(id, models)]));
  const declared = Object.fromEntries(indicators.map(({id, sources}) => [id, [...sources].sort()]));
  expect(declared).toEqual(read);
});

test("aucun modèle ne saute une couche", async () => {
  expect(checkLayers(await readModels(modelRoots))).toEqual([]);
});

import {expect, test} from "vitest";
import {checkLayers} from "./check-layers.ts";
import {readDependencies} from "./read-dependencies.ts";

async function jumps(name: string, sql: string, file = "packages/ingest-employment/urssaf/staging/x.sql") {
  return checkLayers([{name, file, dependencies: await readDependencies(sql)}]);
}

test("each layer reads the one before it, and reference tables", async () => {
  expect(await jumps("staging.urssaf__x", "from raw.urssaf__x")).toEqual([]);
  expect(await jumps("core.a", "from staging.urssaf__x join reference.naf on true")).toEqual([]);
  expect(await jumps("indicator.a", "from core.a, indicator.b")).toEqual([]);
  expect(await jumps("mart.a", "from indicator.a, core.a, mart.b")).toEqual([]);
});

test("a jump over a layer or back up is a sentence", async () => {
  expect(await jumps("core.a", "from raw.urssaf__x")).toEqual([
    "core.a (packages/ingest-employment/urssaf/staging/x.sql) lit raw.urssaf__x, ce que sa couche ne permet pas."
  ]);
  expect(await jumps("indicator.a", "from staging.urssaf__x")).toHaveLength(1);
  expect(await jumps("staging.urssaf__x", "from core.a")).toHaveLength(1);
  expect(await jumps("core.a", "from indicator.a, mart.a")).toHaveLength(2);
});

test("raw tables are read by ingestion rooms only", async () => {
  expect(await jumps("staging.x", "from raw.x", "packages/indicators/models/staging/x.sql")).toHaveLength(1);
});

test("tables are found in subqueries, CTEs and unpivots", async () => {
  const sql = `with a as (select * from core.b), l as (unpivot core.w on columns('^v_') into name n value v)
    select * from a, (from core.c) z, l where exists (from core.d) and 1 in (select x from core.e)`;
  expect(await readDependencies(sql)).toEqual(["core.b", "core.c", "core.d", "core.e", "core.w"]);
});

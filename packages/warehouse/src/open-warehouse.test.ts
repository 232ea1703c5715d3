import {spawn} from "node:child_process";
import {once} from "node:events";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {writeTestFile} from "../testing/test-file.ts";
import {openWarehouse} from "./open-warehouse.ts";

test("values come plain: exact integers as numbers, decimals, dates, lists, structs, nulls", async () => {
  const warehouse = await openWarehouse(":memory:");
  const [row] = await warehouse.all(
    `select count(*) as n, sum(1::integer) as total, 9007199254740993::bigint as grand, 1.25::decimal(5,2) as part,
      date '2025-12-31' as jour, [1::bigint, null] as liste, {a: 1::bigint} as objet, map {'k': 2::bigint} as carte,
      null as rien, $1::varchar as texte, $2 as entier, $3 as reel, $4 as vrai`,
    ["01004", 12, 1.5, true]
  );
  expect(row).toEqual({
    n: 1,
    total: 1,
    grand: "9007199254740993",
    part: 1.25,
    jour: "2025-12-31",
    liste: [1, null],
    objet: {a: 1},
    carte: {k: 2},
    rien: null,
    texte: "01004",
    entier: 12,
    reel: 1.5,
    vrai: true
  });
  expect(await warehouse.all("select $a + 1 as b, $c as c", {a: 1, c: null})).toEqual([{b: 2, c: null}]);
  warehouse.close();
});

test("settings are applied, and a read-only base refuses writing", async () => {
  const path = join(dirname(await writeTestFile("")), "base.duckdb");
  const writer = await openWarehouse(path, {memoryLimit: "200MB", threads: 1, tempDirectory: dirname(path)});
  await writer.run("create table t as select 1 as n");
  expect(await writer.all("select current_setting('threads') as n")).toEqual([{n: 1}]);
  writer.close();
  const reader = await openWarehouse(path, {readOnly: true});
  expect(await reader.all("from t")).toEqual([{n: 1}]);
  await expect(reader.run("create table u as select 1")).rejects.toThrow(/read-only/);
  reader.close();
});

test("a base held by another process is refused at once, its holder named", async () => {
  const path = join(dirname(await writeTestFile("")), "base.duckdb");
  const api = fileURLToPath(import.meta.resolve("@duckdb/node-api"));
  const script = `import {createRequire} from "node:module";
    const {DuckDBInstance} = createRequire(import.meta.url)(${JSON.stringify(api)});
    await DuckDBInstance.create(${JSON.stringify(path)}); console.log("tenu"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script]);
  try {
    await once(holder.stdout, "data");
    await expect(openWarehouse(path)).rejects.toMatchObject({
      code: "LOCKED",
      message: expect.stringContaining(`une base tenue par le processus ${holder.pid}`)
    });
    await expect(openWarehouse(path, {readOnly: true})).rejects.toMatchObject({code: "LOCKED"});
  } finally {
    holder.kill("SIGKILL");
  }
});

test("a base already open in this process is refused too", async () => {
  const path = join(dirname(await writeTestFile("")), "base.duckdb");
  const first = await openWarehouse(path);
  await expect(openWarehouse(path)).rejects.toMatchObject({code: "LOCKED"});
  first.close();
});

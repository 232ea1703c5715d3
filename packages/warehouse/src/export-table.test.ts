import {readdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {writeTestFile} from "../testing/test-file.ts";
import {type ExportFormat, exportTable} from "./export-table.ts";
import {openWarehouse} from "./open-warehouse.ts";

const sql = `select '01004' as code, 'Ambérieu; l''eau' as nom, 12.5::double as part, 3.0::double as total, 7 as n, null as vide`;

async function exportAs(format: ExportFormat, select = sql) {
  const path = join(dirname(await writeTestFile("")), "out", `table.${format}`);
  const warehouse = await openWarehouse(":memory:");
  try {
    await exportTable(warehouse, select, path, {format});
    await exportTable(warehouse, select, path, {format});
    return {path, text: await readFile(path, "utf8"), left: await readdir(dirname(path))};
  } finally {
    warehouse.close();
  }
}

test("csv: comma, point, UTF-8, and nothing left beside", async () => {
  const {text, left} = await exportAs("csv");
  expect(text).toBe("code,nom,part,total,n,vide\n01004,Ambérieu; l'eau,12.5,3.0,7,\n");
  expect(left).toEqual(["table.csv"]);
});

test("csv-fr: byte order mark, semicolon, decimal comma", async () => {
  const {text, left} = await exportAs("csv-fr");
  expect(text).toBe(`\uFEFFcode;nom;part;total;n;vide\n01004;"Ambérieu; l'eau";12,5;3;7;\n`);
  expect(left).toEqual(["table.csv-fr"]);
});

test("json: an array of objects, numbers as numbers; empty is an empty array", async () => {
  const {text} = await exportAs("json");
  expect(JSON.parse(text)).toEqual([
    {code: "01004", nom: "Ambérieu; l'eau", part: 12.5, total: 3, n: 7, vide: null}
  ]);
  expect(JSON.parse((await exportAs("json", `${sql} where false`)).text)).toEqual([]);
});

test("parquet reads back", async () => {
  const {path} = await exportAs("parquet");
  const warehouse = await openWarehouse(":memory:");
  expect(await warehouse.all(`select code, part from '${path}'`)).toEqual([{code: "01004", part: 12.5}]);
  warehouse.close();
});

test("a failing export leaves the former file and no part", async () => {
  const path = await writeTestFile("avant", "table.csv");
  const warehouse = await openWarehouse(":memory:");
  const failing = "select case when n = 9 then error('panne') else n end as n from range(10) t(n)";
  await expect(exportTable(warehouse, failing, path, {format: "csv"})).rejects.toThrow(/panne/);
  expect(await readFile(path, "utf8")).toBe("avant");
  expect(await readdir(dirname(path))).toEqual(["table.csv"]);
  warehouse.close();
});

import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {SourceFile} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {emplois} from "../testing/test-file.ts";
import {checkCommuneCodes} from "./check-commune-codes.ts";
import {openWarehouse} from "./open-warehouse.ts";
import {readChecks} from "./read-checks.ts";
import {runChecks} from "./run-checks.ts";

async function writeChecks(files: Record<string, string>): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "checks-")), "essai");
  await mkdir(join(folder, "checks"), {recursive: true});
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, "checks", name), sql);
  return folder;
}

test("a check gives its promise, the number of guilty rows and the first five", async () => {
  const folder = await writeChecks({
    "sept.sql": "-- Aucun nombre.\n-- severity: warning\nselect * from range(7) t(n);",
    "zero.sql": "-- Rien à dire.\n-- severity: error\nselect 1 as n where false"
  });
  const warehouse = await openWarehouse(":memory:");
  const [sept, zero] = await runChecks(warehouse, await readChecks([folder, join(folder, "absent")]));
  expect(sept).toMatchObject({name: "essai/sept", severity: "warning", sentence: "Aucun nombre.", guilty: 7});
  expect(sept?.firstRows).toEqual([{n: 0}, {n: 1}, {n: 2}, {n: 3}, {n: 4}]);
  expect(zero).toMatchObject({severity: "error", guilty: 0, firstRows: []});
  warehouse.close();
});

test("a check without promise or severity, or that does not run, names its file", async () => {
  await expect(readChecks([await writeChecks({"a.sql": "select 1"})])).rejects.toThrow(
    /a\.sql : la première ligne/
  );
  await expect(readChecks([await writeChecks({"a.sql": "-- Promesse.\nselect 1"})])).rejects.toThrow(
    /severity: error/
  );
  const warehouse = await openWarehouse(":memory:");
  const broken = await readChecks([
    await writeChecks({"a.sql": "-- Promesse.\n-- severity: error\nfrom core.rien"})
  ]);
  await expect(runChecks(warehouse, broken)).rejects.toThrow(/essai\/a \(.*a\.sql\) ne s'exécute pas/);
  warehouse.close();
});

test("commune codes unknown to the COG are listed", async () => {
  const warehouse = await openWarehouse(":memory:");
  await warehouse.run(`create schema core; create schema staging;
    create table core.passage_commune as select '77284' as code_source, '77284' as code_commune, 1.0::double as part;
    create table staging.essai__emplois as from (values ('77284'), ('99999'), (null), ('99998')) t(code_commune)`);
  await expect(checkCommuneCodes(warehouse, "essai", emplois)).rejects.toMatchObject({
    code: "REFERENCE",
    message: expect.stringContaining("2 codes inconnus (« 99998 », « 99999 »)")
  });
  await checkCommuneCodes(warehouse, "essai", emplois, ["99998", "99999"]);
  await warehouse.run("delete from staging.essai__emplois where code_commune like '9999%'");
  await checkCommuneCodes(warehouse, "essai", emplois);
  const {communeColumn: _, ...plain}: SourceFile = emplois;
  await checkCommuneCodes(warehouse, "essai", plain);
  warehouse.close();
});

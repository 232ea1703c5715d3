import type {SourceFile} from "@observatoire/catalog";
import {afterEach, beforeEach, expect, test} from "vitest";
import {emplois, writeTestFile} from "../testing/test-file.ts";
import {accountRows} from "./account-rows.ts";
import {openWarehouse, type Warehouse} from "./open-warehouse.ts";
import {registerRaw} from "./register-raw.ts";

const header = "code_commune;nom;emplois_2024;emplois_2025\n";
let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterEach(() => warehouse.close());

/** Loads a file the way the pipeline does: raw view, then a staging that keeps every column. */
async function load(content: string, file: SourceFile = emplois, columns = "*"): Promise<void> {
  await registerRaw(warehouse, "essai", file, {path: await writeTestFile(content)});
  await warehouse.run("create schema if not exists staging");
  await warehouse.run(
    `create or replace table staging.essai__emplois as select ${columns} from raw.essai__emplois`
  );
}

test("healthy rows are all loaded", async () => {
  await load(`${header}77284;Meaux;10;12\n01004;Ambérieu;5;6\n`);
  expect(await accountRows(warehouse, "essai", emplois, {read: 2})).toEqual({
    read: 2,
    loaded: 2,
    rejected: 0,
    duplicates: 0
  });
});

test("when staging keeps a slice, an aggregate accounts for the whole file", async () => {
  const reduced: SourceFile = {...emplois, reduced: "national"};
  await load(`${header}77284;Meaux;10;12\n01004;Ambérieu;5;6\n01005;Ambérieux;1;1\n`, reduced);
  await warehouse.run(`create table staging.essai__national as
    select left(code_commune, 2) as departement, count(*) as lignes from raw.essai__emplois group by all`);
  await warehouse.run("delete from staging.essai__emplois where code_commune <> '77284'");
  expect(await accountRows(warehouse, "essai", reduced, {read: 3})).toEqual({
    read: 3,
    loaded: 3,
    rejected: 0,
    duplicates: 0,
    kept: 1
  });
  await expect(accountRows(warehouse, "essai", reduced, {read: 4})).rejects.toThrow("essai/emplois");
});

test("letters in a number refuse the file, with line, column and value", async () => {
  await load(`${header}77284;Meaux;10;12\n01004;Ambérieu;5;nd\n`);
  await expect(accountRows(warehouse, "essai", emplois, {read: 2})).rejects.toThrow(
    "essai/emplois, ligne 3 : attendu un nombre entier dans « emplois_2025 », trouvé « nd » (1 ligne sur 2)"
  );
});

test("a broken line refuses the file", async () => {
  await load(`${header}77284;Meaux;10\n`);
  await expect(accountRows(warehouse, "essai", emplois, {read: 1})).rejects.toThrow(
    "ligne 2 : attendu 4 colonnes, trouvé 3 colonnes"
  );
});

test("a tolerated share of bad rows is counted, one row once", async () => {
  const tolerant: SourceFile = {...emplois, maxRejectedShare: 0.5};
  // 4 rows: one good, one with two bad cells, one with a code of 4 digits, one good = 2 loaded, 2 rejected.
  await load(
    `${header}77284;Meaux;10;12\n01004;Ambérieu;x;y\n1004;Ambérieu;1;1\n2A004;Ajaccio;3;4\n`,
    tolerant
  );
  expect(await accountRows(warehouse, "essai", tolerant, {read: 4})).toEqual({
    read: 4,
    loaded: 2,
    rejected: 2,
    duplicates: 0
  });
  const codes = await warehouse.all("select code_commune from staging.essai__emplois order by all");
  expect(codes).toEqual([{code_commune: "2A004"}, {code_commune: "77284"}]);
});

test("a code that lost its zero is refused by its pattern", async () => {
  await load(`${header}1004;Ambérieu;5;6\n`);
  await expect(accountRows(warehouse, "essai", emplois, {read: 1})).rejects.toThrow(
    /« code_commune » de la forme .*, trouvé « 1004 » \(1 ligne sur 1\)/
  );
});

test("identical rows are dropped and counted", async () => {
  await load(`${header}77284;Meaux;10;12\n77284;Meaux;10;12\n77284;Meaux;10;12\n01004;Ambérieu;;\n`);
  expect(await accountRows(warehouse, "essai", emplois, {read: 4})).toEqual({
    read: 4,
    loaded: 2,
    rejected: 0,
    duplicates: 2
  });
});

test("two rows of one key that differ are refused, the key named", async () => {
  await load(`${header}77284;Meaux;10;12\n77284;Meaux;10;13\n`);
  await expect(accountRows(warehouse, "essai", emplois, {read: 2})).rejects.toMatchObject({
    code: "DUPLICATE_KEY",
    message: expect.stringContaining("code_commune = 77284 (1 clé)")
  });
});

test("a row lost on the way is told", async () => {
  await load(`${header}77284;Meaux;10;12\n`);
  await expect(accountRows(warehouse, "essai", emplois, {read: 2})).rejects.toThrow(
    "attendu 2 lignes lues = chargées + rejetées + doublons, trouvé 1 + 0 + 0"
  );
});

test("a staging that renames its key says so, or is refused", async () => {
  await load(`${header}77284;Meaux;10;12\n`, emplois, "code_commune as code, nom");
  await expect(accountRows(warehouse, "essai", emplois, {read: 1})).rejects.toThrow(
    /doit garder la colonne « code_commune »/
  );
  const account = await accountRows(warehouse, "essai", emplois, {read: 1, names: {code_commune: "code"}});
  expect(account.loaded).toBe(1);
});

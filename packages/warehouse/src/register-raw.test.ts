import {readdir, writeFile} from "node:fs/promises";
import {basename, dirname} from "node:path";
import type {SourceFile} from "@observatoire/catalog";
import {afterEach, beforeEach, expect, test} from "vitest";
import {emplois, writeTestFile} from "../testing/test-file.ts";
import {accountRows} from "./account-rows.ts";
import {holdRaw} from "./hold-raw.ts";
import {openWarehouse, type Warehouse} from "./open-warehouse.ts";
import {registerRaw} from "./register-raw.ts";

let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterEach(() => warehouse.close());

async function readRaw(content: string | Buffer, file: SourceFile = emplois) {
  const name = await registerRaw(warehouse, "essai", file, {path: await writeTestFile(content)});
  return warehouse.all(`select * from ${name}`);
}

test("columns are bound by name whatever their order, case or alias; codes stay text", async () => {
  const rows = await readRaw(
    "\uFEFFEmplois 2025;NOM;inconnue;Code commune;emplois_2024\r\n12;Ambérieu;z;01004;10\r\n"
  );
  expect(rows).toEqual([
    {
      code_commune: "01004",
      nom: "Ambérieu",
      remarque: null,
      emplois_2024: 10,
      emplois_2025: 12,
      inconnue: "z"
    }
  ]);
});

test("Latin-1, decimal commas, dates and booleans are read as declared", async () => {
  const {families: _, ...plain} = emplois;
  const file: SourceFile = {
    ...plain,
    dialect: {format: "csv", delimiter: ",", encoding: "latin-1", quote: '"', decimal: ","},
    columns: {
      nom: {meaning: "nom", type: "texte"},
      part: {meaning: "part", type: "decimal"},
      jour: {meaning: "jour", type: "date"},
      vrai: {meaning: "vrai", type: "booleen"}
    }
  };
  const rows = await readRaw(
    Buffer.from('nom,part,jour,vrai\nCrécy,"12,5",2025-12-31,true\n,,,\n', "latin1"),
    file
  );
  expect(rows).toEqual([
    {nom: "Crécy", part: 12.5, jour: "2025-12-31", vrai: true},
    {nom: null, part: null, jour: null, vrai: null}
  ]);
});

test("a declared escape and a declared missing text are read as such", async () => {
  const file: SourceFile = {
    ...emplois,
    dialect: {
      ...emplois.dialect,
      format: "csv",
      delimiter: ";",
      encoding: "utf-8",
      quote: '"',
      escape: "\\",
      missing: "NA"
    }
  };
  const rows = await readRaw('code_commune;nom;emplois_2025\n01004;"La \\"Croix\\"; haute";NA\n', file);
  expect(rows).toMatchObject([{code_commune: "01004", nom: 'La "Croix"; haute', emplois_2025: null}]);
});

test("the files of a series make one view, each bound by its own header", async () => {
  const paths = [
    await writeTestFile("code_commune;nom;emplois_2024\n01004;Ambérieu;10\n"),
    await writeTestFile("nom;emplois_2024;code_commune\nMeaux;7;77284\n")
  ];
  const name = await registerRaw(
    warehouse,
    "essai",
    emplois,
    paths.map((path) => ({path}))
  );
  expect(await warehouse.all(`select code_commune, emplois_2024 from ${name} order by all`)).toEqual([
    {code_commune: "01004", emplois_2024: 10},
    {code_commune: "77284", emplois_2024: 7}
  ]);
});

test.each([
  ["in memory", 60],
  ["on disk when it is large", 9e9]
])("a CSV that several models read is parsed once (%s), then is a view again", async (_where, bytes) => {
  const path = await writeTestFile("code_commune;nom;inconnue;emplois_2025\n77284;Meaux;z;12\n");
  const {families: _, ...plain} = emplois;
  const name = await registerRaw(warehouse, "essai", plain, {path});
  const directory = dirname(path);
  const release = await holdRaw(warehouse, "essai", plain, {bytes, directory});
  const names = await readdir(directory);
  expect(names.some((one) => one.endsWith(".duckdb"))).toBe(bytes > 60);
  await writeFile(path, "code_commune;nom;inconnue;emplois_2025\n01004;Ambérieu;y;5\n");
  expect(await warehouse.all(`from ${name}`)).toEqual([
    {code_commune: "77284", nom: "Meaux", remarque: null}
  ]);
  await release();
  expect(await readdir(directory)).toEqual([basename(path)]);
  expect(await warehouse.all(`select nom, inconnue from ${name}`)).toEqual([
    {nom: "Ambérieu", inconnue: "y"}
  ]);
});

test("a file in its second form is read by that form", async () => {
  const comma: SourceFile = {
    ...emplois,
    forms: [{dialect: {format: "csv", delimiter: ",", encoding: "utf-8", quote: '"'}}]
  };
  const path = await writeTestFile("code_commune,nom,emplois_2025\n77284,Meaux,12\n");
  const name = await registerRaw(warehouse, "essai", comma, {path, form: 1});
  expect(await warehouse.all(`select nom, emplois_2025 from ${name}`)).toEqual([
    {nom: "Meaux", emplois_2025: 12}
  ]);
});

test("without a file, an empty table of the same columns; the file may come later", async () => {
  const name = await registerRaw(warehouse, "essai", emplois, null);
  expect(name).toBe("raw.essai__emplois");
  expect(await warehouse.all(`describe ${name}`)).toMatchObject([
    {column_name: "code_commune", column_type: "VARCHAR"},
    {column_name: "nom", column_type: "VARCHAR"},
    {column_name: "remarque", column_type: "VARCHAR"},
    {column_name: "emplois_2000", column_type: "BIGINT"}
  ]);
  expect(await readRaw("code_commune;nom;emplois_2025\n77284;Meaux;1\n")).toHaveLength(1);
});

test("a renamed column is refused when the view is made, not loaded by position", async () => {
  await expect(readRaw("code_communes;nom;emplois_2025\n77284;Meaux;1\n")).rejects.toThrow(
    /« code_communes »/
  );
});

test("JSON, GeoJSON and Parquet give rows of the declared types; nested lists stay JSON text", async () => {
  const {families: _, ...plain} = emplois;
  const columns: SourceFile["columns"] = {
    code_commune: {meaning: "commune", type: "texte"},
    population: {meaning: "habitants", type: "entier"},
    codes_postaux: {meaning: "codes postaux", type: "texte"}
  };
  const expected = [
    {code_commune: "01004", population: 14134, codes_postaux: '["01500","01501"]'},
    {code_commune: "2A004", population: null, codes_postaux: null}
  ];
  const records = [
    {code_commune: "01004", population: 14134, codes_postaux: ["01500", "01501"]},
    {code_commune: "2A004"}
  ];
  expect(await readRaw(JSON.stringify(records), {...plain, columns, dialect: {format: "json"}})).toEqual(
    expected
  );
  const list = `select unnest(from_json(codes_postaux, '["VARCHAR"]')) as code from raw.essai__emplois`;
  expect(await warehouse.all(list)).toEqual([{code: "01500"}, {code: "01501"}]);

  const features = records.map((properties) => ({
    type: "Feature",
    properties,
    geometry: {type: "Point", coordinates: [2, 48]}
  }));
  const geojson = JSON.stringify({type: "FeatureCollection", features});
  const withGeometry = {...columns, geometry: {meaning: "contour", type: "texte" as const}};
  const shapes = await readRaw(geojson, {...plain, columns: withGeometry, dialect: {format: "geojson"}});
  expect(shapes).toEqual(
    expected.map((row) => ({...row, geometry: '{"type":"Point","coordinates":[2,48]}'}))
  );

  const path = await writeTestFile("", "a.parquet");
  await warehouse.run(
    `copy (select '01004' as code_commune, 1::integer as population, 'x' as codes_postaux) to '${path}'`
  );
  const name = await registerRaw(
    warehouse,
    "essai",
    {...plain, columns, dialect: {format: "parquet"}},
    {path}
  );
  expect(await warehouse.all(`from ${name}`)).toEqual([
    {code_commune: "01004", population: 1, codes_postaux: "x"}
  ]);
});

test("a value of another kind in a JSON or a Parquet file rejects its row, and only that one", async () => {
  const {families: _, ...plain} = emplois;
  const columns: SourceFile["columns"] = {
    code_commune: {meaning: "commune", type: "texte"},
    population: {meaning: "habitants", type: "entier"}
  };
  const json: SourceFile = {...plain, columns, dialect: {format: "json"}};
  const records = [
    {code_commune: "01004", population: 12},
    {code_commune: "77284", population: "nd"},
    {code_commune: "2A004", population: 12.5}
  ];
  expect(await readRaw(JSON.stringify(records), json)).toEqual([{code_commune: "01004", population: 12}]);
  await warehouse.run(
    "create schema staging; create table staging.essai__emplois as from raw.essai__emplois"
  );
  await expect(accountRows(warehouse, "essai", json, {read: 3})).rejects.toThrow(
    "essai/emplois : attendu un nombre entier dans « population », trouvé « nd » (2 lignes sur 3), cause probable : une valeur manquante ou secrète écrite en lettres, que rien ne déclare"
  );
  const tolerant = {...json, maxRejectedShare: 1};
  expect(await accountRows(warehouse, "essai", tolerant, {read: 3})).toMatchObject({loaded: 1, rejected: 2});
});

test("a number too large to be one, or that is neither true nor false, is rejected rather than changed", async () => {
  const {families: _, ...plain} = emplois;
  const columns: SourceFile["columns"] = {
    code_commune: {meaning: "commune", type: "texte"},
    surface: {meaning: "surface", type: "decimal"}
  };
  const records = '[{"code_commune": "01004", "surface": 1.5}, {"code_commune": "77284", "surface": 1e400}]';
  expect(await readRaw(records, {...plain, columns, dialect: {format: "json"}})).toEqual([
    {code_commune: "01004", surface: 1.5}
  ]);
  const path = await writeTestFile("", "b.parquet");
  await warehouse.run(
    `copy (from (values ('01004', 1), ('77284', 2)) as t(code_commune, siege)) to '${path}' (format parquet)`
  );
  const typed: SourceFile["columns"] = {
    code_commune: {meaning: "commune", type: "texte"},
    siege: {meaning: "siège", type: "booleen"}
  };
  const name = await registerRaw(
    warehouse,
    "essai",
    {...plain, columns: typed, dialect: {format: "parquet"}},
    {path}
  );
  expect(await warehouse.all(`from ${name}`)).toEqual([{code_commune: "01004", siege: true}]);
});

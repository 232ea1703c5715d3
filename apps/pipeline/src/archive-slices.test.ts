import {mkdirSync, mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {Snapshot, Source, SourceModule} from "@observatoire/catalog";
import {openWarehouse, type Warehouse} from "@observatoire/warehouse";
import {expect, onTestFinished, test} from "vitest";
import {writeSlices} from "./archive-slices.ts";
import type {Project} from "./project.ts";

const modules = [
  {
    source: {
      id: "foncier",
      files: [
        {id: "vente", communeColumn: "code_commune", series: {years: 2, date: "date_vente"}},
        {id: "lien"},
        {id: "contour", communeColumn: "code"}
      ]
    } as unknown as Source
  }
] as SourceModule[];

const card = (file: string, year: string, unpackedBytes = 100e6): Snapshot => ({
  source: "foncier",
  file,
  path: `snapshots/foncier/${file}/${year}/${file}.csv`,
  origin: "",
  kind: "telecharge",
  sha256: `${file}${year}`,
  bytes: 1,
  unpackedBytes,
  etag: null,
  lastModified: null,
  vintage: year,
  vintageDate: `${year}-12-31`,
  collectedAt: "2026-11-24T00:00:00.000Z",
  simulated: false,
  rows: null
});

/** Sales of Meaux (77284), of a commune merged into it (77999), and of Marseille; links without communes. */
async function createWorld() {
  const data = mkdtempSync(join(tmpdir(), "tranches-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const warehouse = await openWarehouse(join(data, "warehouse.duckdb"));
  onTestFinished(() => warehouse.close());
  await warehouse.run(`
    create schema staging; create schema core;
    create table staging.perimetre__commune as select '77284' as code_commune;
    create table core.passage_commune as from (values ('77284', '77284'), ('77999', '77284'), ('13055', '13055'))
      t(code_source, code_commune);
    create table staging.foncier__vente as from (values
      ('77284', date '2024-03-01', 1), ('77999', date '2024-06-01', 2), ('13055', date '2024-06-01', 3),
      ('77284', date '2025-01-01', 4), ('77284', null, 5)) t(code_commune, date_vente, vente);
    create table staging.foncier__lien as from range(7) t(lien)`);
  const snapshots = [
    card("vente", "2025"),
    card("vente", "2024"),
    card("lien", "2025"),
    card("contour", "2025"),
    card("leger", "2025")
  ];
  for (const {path} of snapshots) mkdirSync(join(data, dirname(path)), {recursive: true});
  return {data, warehouse, snapshots, project: {data} as Project};
}

const slice = (data: string, file: string, year: string) =>
  join(data, `snapshots/foncier/${file}/${year}/tranche-ti-77.parquet`);

/** Read by DuckDB alone, in another database. */
async function readRows(path: string): Promise<Record<string, unknown>[]> {
  const alone: Warehouse = await openWarehouse(":memory:");
  try {
    return await alone.all(`from '${path}' order by all`);
  } finally {
    alone.close();
  }
}

test("each heavy file keeps the territory's rows, each year of a series its own", async () => {
  const {data, warehouse, snapshots, project} = await createWorld();
  const written = await writeSlices(warehouse, {project, snapshots, territoire: "ti-77", modules});
  expect(written.map((path) => path.slice(data.length + 1))).toEqual([
    "snapshots/foncier/vente/2025/tranche-ti-77.parquet",
    "snapshots/foncier/vente/2024/tranche-ti-77.parquet",
    "snapshots/foncier/lien/2025/tranche-ti-77.parquet"
  ]);
  const sales = async (year: string) =>
    (await readRows(slice(data, "vente", year))).map(({vente}) => vente).sort();
  expect(await sales("2024")).toEqual([1, 2]);
  // The sale without a date is in no year: it goes with the latest, none is lost.
  expect(await sales("2025")).toEqual([4, 5]);
  expect(await readRows(slice(data, "lien", "2025"))).toHaveLength(7);
  expect(statSync(slice(data, "vente", "2024")).mode & 0o777).toBe(0o444);
  expect(readdirSync(dirname(slice(data, "contour", "2025")))).toEqual([]);
});

test("a slice already there is left, until the communes change", async () => {
  const {data, warehouse, snapshots, project} = await createWorld();
  const write = () => writeSlices(warehouse, {project, snapshots, territoire: "ti-77", modules});
  await write();
  const {ino} = statSync(slice(data, "vente", "2024"));
  expect(await write()).toEqual([]);
  expect(statSync(slice(data, "vente", "2024")).ino).toBe(ino);
  await warehouse.run("insert into staging.perimetre__commune values ('13055')");
  expect(await write()).toHaveLength(3);
  expect((await readRows(slice(data, "vente", "2024"))).map(({vente}) => vente).sort()).toEqual([1, 2, 3]);
});

test("a light file keeps no slice: it is kept whole", async () => {
  const {warehouse, project} = await createWorld();
  const snapshots = [card("vente", "2025", 99e6)];
  expect(await writeSlices(warehouse, {project, snapshots, territoire: "ti-77", modules})).toEqual([]);
});

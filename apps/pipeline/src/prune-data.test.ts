import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import {openArchive} from "@observatoire/collect";
import {expect, onTestFinished, test} from "vitest";
import {openProject, type Project} from "./project.ts";
import {pruneData} from "./prune-data.ts";

const now = new Date("2026-11-24T05:15:00Z");
const options = {passages: 3, millesimes: 24, now};

/** An archived vintage of URSSAF, heavy, with its slice; its file takes no room (a sparse one). */
function writeVintage(project: Project, year: number): Snapshot {
  const sha256 = `${year}`.padEnd(64, "0");
  const snapshot: Snapshot = {
    source: "urssaf",
    file: "commune_ape",
    path: `snapshots/urssaf/commune_ape/${sha256.slice(0, 12)}/urssaf.csv`,
    origin: "",
    kind: "telecharge",
    sha256,
    bytes: 100e6,
    unpackedBytes: 100e6,
    etag: null,
    lastModified: null,
    vintage: String(year),
    vintageDate: `${year}-12-31`,
    collectedAt: `${year + 1}-06-01T00:00:00.000Z`,
    simulated: false,
    rows: 1
  };
  const folder = join(project.data, dirname(snapshot.path));
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "urssaf.csv"), "");
  truncateSync(join(folder, "urssaf.csv"), 100e6);
  writeFileSync(join(folder, "tranche-77.parquet"), "PAR1");
  writeFileSync(join(folder, "snapshot.json"), JSON.stringify(snapshot));
  return snapshot;
}

function writeRun(project: Project, run: string, snapshots: Snapshot[], dataRun = run): void {
  const folder = join(project.runs, run);
  mkdirSync(folder, {recursive: true});
  const sources = snapshots.map((snapshot) => ({source: snapshot.source, files: [{snapshot}]}));
  const manifest = {run, dataRun, fingerprint: dataRun, territoire: {code: "77"}, sources};
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
}

function createData(): Project {
  const data = mkdtempSync(join(tmpdir(), "retrait-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const project = openProject(data);
  mkdirSync(project.runs, {recursive: true});
  return project;
}

const publish = (project: Project, run: string) => symlinkSync(join("runs", run), project.current);

const wholeOf = async (project: Project) =>
  (await openArchive(project.data)).filter(({kept}) => kept === "entier").map(({card}) => card?.vintage);

test("les passages au-delà partent, et des archives ce qu'aucun passage gardé n'a lu", async () => {
  const project = createData();
  const vintages = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => writeVintage(project, year));
  vintages.forEach((snapshot, index) => {
    writeRun(project, `2026010${index}-000000-aaaaaa`, [snapshot]);
  });
  publish(project, "20260105-000000-aaaaaa");
  const {runs, lines} = await pruneData(project, options);
  expect(runs).toEqual(["20260100-000000-aaaaaa", "20260101-000000-aaaaaa", "20260102-000000-aaaaaa"]);
  expect(readdirSync(project.runs)).toEqual([3, 4, 5].map((index) => `2026010${index}-000000-aaaaaa`));
  expect(await wholeOf(project)).toEqual(["2023", "2024", "2025"]);
  expect(lines[0]).toBe(
    "3 anciens passages retirés : 20260100-000000-aaaaaa, 20260101-000000-aaaaaa, 20260102-000000-aaaaaa."
  );
  expect(lines[1]).toBe(
    "urssaf/commune_ape, millésime « 2022 » : réduit à la tranche du territoire, 100,0\u00a0Mo libérés."
  );
  const lock = JSON.parse(readFileSync(join(project.data, "snapshots/sources.lock.json"), "utf8"));
  expect(lock.urssaf.commune_ape.map(({kept}: {kept: string}) => kept)).toEqual([
    "tranche",
    "tranche",
    "tranche",
    "entier",
    "entier",
    "entier"
  ]);
  expect((await pruneData(project, options)).lines).toEqual([]);
});

test("le passage publié et celui où l'on reviendrait restent, même anciens", async () => {
  const project = createData();
  const [old, last] = [writeVintage(project, 2020), writeVintage(project, 2025)];
  writeRun(project, "1-ancien", [old]);
  writeRun(project, "2-autres-donnees", [old]);
  writeRun(project, "3-donnees", [last]);
  for (let index = 4; index < 9; index++) writeRun(project, `${index}-avis`, [last], "3-donnees");
  publish(project, "4-avis");
  await pruneData(project, options);
  expect(readdirSync(project.runs)).toEqual(["2-autres-donnees", "4-avis", "6-avis", "7-avis", "8-avis"]);
});

test("un passage en cours de construction compte ; illisible, il arrête tout", async () => {
  const project = createData();
  const vintages = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => writeVintage(project, year));
  writeRun(project, "1-passage", vintages.slice(-1));
  publish(project, "1-passage");
  mkdirSync(project.staging);
  writeFileSync(join(project.staging, "en-cours.json"), '{"sources": [');
  const stopped = await pruneData(project, options);
  expect(stopped.lines).toEqual([expect.stringContaining("Archives laissées telles quelles")]);
  expect(await wholeOf(project)).toHaveLength(6);
  const staged = {sources: [{source: "urssaf", files: [{snapshot: vintages[0]}]}]};
  writeFileSync(join(project.staging, "en-cours.json"), JSON.stringify(staged));
  await pruneData(project, options);
  expect(await wholeOf(project)).toEqual(["2020", "2024", "2025"]);
});

test("un retrait interrompu est fini, et sans passage publié rien ne part", async () => {
  const project = createData();
  const last = writeVintage(project, 2025);
  writeRun(project, "1-passage", [last]);
  expect(await pruneData(project, {...options, passages: 0})).toEqual({runs: [], archive: [], lines: []});
  publish(project, "1-passage");
  writeRun(project, ".retrait-0-passage", [last]);
  await pruneData(project, options);
  expect(existsSync(join(project.runs, ".retrait-0-passage"))).toBe(false);
});

import {appendFileSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataError, type Snapshot} from "@observatoire/catalog";
import {recordAttempt} from "@observatoire/collect";
import {expect, onTestFinished, test} from "vitest";
import {parseArguments} from "../arguments.ts";
import {main} from "../main.ts";
import {openProject} from "../project.ts";
import type {Status} from "./status.ts";

const now = new Date("2026-11-24T12:00:00Z");
const snapshot: Snapshot = {
  source: "urssaf",
  file: "commune_ape",
  path: "snapshots/urssaf/commune_ape/aaaaaaaaaaaa/urssaf.csv",
  origin: "",
  kind: "telecharge",
  sha256: "a".repeat(64),
  bytes: 1000,
  unpackedBytes: 1000,
  etag: null,
  lastModified: null,
  vintage: "31 décembre 2025",
  vintageDate: "2025-12-31",
  collectedAt: "2026-06-01T00:00:00.000Z",
  simulated: false,
  rows: 12
};

/** A data folder with one archived file and two runs that share a warehouse of a million bytes. */
function createData() {
  const data = mkdtempSync(join(tmpdir(), "etat-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const project = openProject(data);
  const folder = join(data, "snapshots/urssaf/commune_ape/aaaaaaaaaaaa");
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "urssaf.csv"), Buffer.alloc(1000));
  writeFileSync(join(folder, "snapshot.json"), JSON.stringify(snapshot));
  const manifest = (run: string) => ({
    run,
    dataRun: "1-donnees",
    endedAt: "2026-11-23T05:15:00.000Z",
    demo: false,
    territoire: {code: "77", nom: "Nord Est 77", communes: 68},
    sources: [{source: "urssaf", message: null, files: [{snapshot, rows: {loaded: 12}, partial: false}]}]
  });
  for (const run of ["1-donnees", "2-avis"]) {
    mkdirSync(join(project.runs, run), {recursive: true});
    writeFileSync(join(project.runs, run, "manifest.json"), JSON.stringify(manifest(run)));
  }
  writeFileSync(join(project.runs, "1-donnees/warehouse.duckdb"), Buffer.alloc(1e6));
  linkSync(join(project.runs, "1-donnees/warehouse.duckdb"), join(project.runs, "2-avis/warehouse.duckdb"));
  symlinkSync("runs/2-avis", project.current);
  return data;
}

const attempt = (data: string, endedAt: string, exit: number, code: string | null = null) =>
  appendFileSync(
    join(data, "journal.jsonl"),
    `${JSON.stringify({startedAt: endedAt, endedAt, exit, code, run: "2-avis", changed: null, sources: []})}\n`
  );

/** The real command, in this process. */
async function run(data: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main(["status", ...args], {
    data,
    now: () => now,
    stdout: {write: (text) => out.push(text)},
    // A person's terminal: sentences, not lines of JSON.
    stderr: {isTTY: true, write: (text) => err.push(text)}
  });
  return {exit, stdout: out.join(""), stderr: err.join("").replaceAll("\r\x1b[2K", "")};
}

/** The first JSON document of the output: the fault follows it. */
const readStatus = (stdout: string) => JSON.parse(`${stdout.split("\n}\n")[0]}\n}`) as Status;

test("la place prise : un fichier partagé par deux passages compte une fois", async () => {
  const data = createData();
  attempt(data, "2026-11-24T05:15:00Z", 0);
  const {exit, stdout} = await run(data, "--json");
  expect(exit).toBe(0);
  const {stockage, resume} = readStatus(stdout);
  expect(resume).toBe(
    "OK : Nord Est 77, passage 2-avis ; dernière tentative le 24\u00a0novembre 2026 à 05:15 UTC : réussie"
  );
  expect(stockage.archive.sources).toEqual([
    {source: "urssaf", entiers: 1, tranches: 0, octets: expect.any(Number)}
  ]);
  expect(stockage.archive.octets).toBe(1000 + Buffer.byteLength(JSON.stringify(snapshot)));
  expect(stockage.passages.nombre).toBe(2);
  expect(stockage.passages.octets).toBeGreaterThan(1e6);
  expect(stockage.passages.octets).toBeLessThan(1.1e6);
  expect(stockage.libre).toBeGreaterThan(0);
  const text = (await run(data)).stdout;
  expect(text.split("\n")[0]).toBe(resume);
  expect(text).toMatch(/urssaf +1 +0 +1\u00a0ko/);
  expect(text).toMatch(/Place : archives .*, 2 passages 1,0\u00a0Mo, dépôt 0\u00a0octets, libre /);
});

test("une source en échec et un fichier abîmé sont dits, sans faire échouer la commande", async () => {
  const data = createData();
  const fault = new DataError("SRC_UNAVAILABLE", "urssaf : injoignable.");
  await recordAttempt(data, "urssaf", {at: new Date("2026-11-22T05:15:00Z"), durationMs: 1, fault});
  await recordAttempt(data, "urssaf", {at: new Date("2026-11-24T05:15:00Z"), durationMs: 1, fault});
  writeFileSync(join(data, snapshot.path), "court");
  attempt(data, "2026-11-24T05:15:00Z", 13, "PARTIAL");
  const {exit, stdout} = await run(data);
  expect(exit).toBe(0);
  expect(stdout.split("\n")[0]).toMatch(/^ATTENTION : .* ; en échec : urssaf$/);
  expect(stdout).toContain("urssaf en échec depuis le 22\u00a0novembre 2026 : urssaf : injoignable.");
  expect(stdout).toContain("trouvé 5 octets au lieu de 1\u202f000 dans « urssaf.csv »");
});

test("--max-age : la dernière bonne actualisation, réussie ou partielle, fait foi", async () => {
  const data = createData();
  attempt(data, "2026-11-23T05:15:00Z", 13, "PARTIAL");
  attempt(data, "2026-11-24T05:15:00Z", 5, "SRC_UNAVAILABLE");
  // A line that a kill cut short.
  appendFileSync(join(data, "journal.jsonl"), '{"startedAt":"2026-11-24T06:00:00Z","en');
  expect((await run(data, "--max-age", "36h")).exit).toBe(0);
  expect((await run(data)).stdout).toMatch(/^ATTENTION : /);
  const {exit, stdout, stderr} = await run(data, "--max-age", "24h");
  expect(exit).toBe(12);
  expect(stdout).toMatch(/^CRITIQUE : /);
  expect(stderr.trim()).toBe(
    "actualisation : attendu une actualisation réussie depuis moins de 24 heures, trouvé la dernière le 23\u00a0novembre 2026 à 05:15 UTC, il y a 30 heures (dernière tentative le 24\u00a0novembre 2026 à 05:15 UTC : en échec, SRC_UNAVAILABLE, sortie 5) ; lancer « npx observatoire refresh », puis vérifier ce qui la planifie."
  );
});

test("--max-age sans journal ni passage : 12, et une phrase", async () => {
  const data = mkdtempSync(join(tmpdir(), "etat-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const {exit, stdout, stderr} = await run(data, "--max-age", "8j");
  expect(exit).toBe(12);
  expect(stdout.split("\n")[0]).toBe("CRITIQUE : rien n'est publié ; aucune tentative enregistrée");
  expect(stderr).toContain("depuis moins de 8 jours, trouvé aucune (aucune tentative enregistrée)");
  expect((await run(data)).exit).toBe(10);
});

test.each(["36", "0h", "8 jours", "1.5h", "-3h", ""])(
  "--max-age « %s » : une phrase, sortie 2",
  async (text) => {
    const data = createData();
    const {exit, stderr} = await run(data, `--max-age=${text}`);
    expect(exit).toBe(2);
    expect(stderr).toContain(`attendu une durée comme « 36h » ou « 8j » après --max-age, trouvé « ${text} »`);
  }
);

test("une durée se lit en heures ou en jours", () => {
  expect(parseArguments(["status", "--max-age", "36h"]).maxAge).toBe(36 * 3_600_000);
  expect(parseArguments(["status", "--max-age", "8j"]).maxAge).toBe(8 * 86_400_000);
  expect(parseArguments(["status"]).maxAge).toBeNull();
});

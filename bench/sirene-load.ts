import {spawnSync} from "node:child_process";
import {createReadStream, mkdirSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {formatNumber} from "@observatoire/catalog";
import Papa from "papaparse";
import {time} from "./measure.ts";
import type {SireneLoad, SireneRequest} from "./sirene-child.ts";
import {refuseFullDisk, type SireneFiles, writeSireneFiles} from "./sirene-file.ts";

const child = fileURLToPath(new URL("sirene-child.ts", import.meta.url));
/** Bytes of the CSV that papaparse reads; the rest is extrapolated. */
const papaparseBytes = 150e6;
/** Above, each way runs once: the noise of the machine is small beside the work. */
const repeatedBelow = 10_000_000;

/** Measures a load of `rows` simulated establishments and returns the section of `docs/benchmarks.md`. */
export async function benchSirene(rows: number): Promise<{title: string; body: string}> {
  const directory = mkdtempSync(join(tmpdir(), "observatoire-sirene-"));
  try {
    refuseFullDisk(directory, rows);
    const {seconds, result: files} = await time(() => writeSireneFiles(directory, rows));
    report(`fichiers écrits (${formatNumber(seconds)} s)`);
    const parquet = measureFormat("parquet", files, rows);
    const csv = measureFormat("csv", files, rows);
    const lines = [...parquet.lines, ...csv.lines];
    const handCsv = csv.hand;
    const papaparse = await loadByPapaparse(files.csv);
    const size = (path: string) => `${formatNumber(statSync(path).size / 1e6)} Mo`;
    return {
      title: `Loading SIRENE's StockEtablissement: ${formatNumber(rows)} rows, simulated`,
      body: `54 columns; parquet ${size(files.parquet)}, CSV ${size(files.csv)} (unzipped before). From the file to the four staging tables (perimeter, head offices,
national counts, cohorts of all rows), identical in both ways. ${rows < repeatedBelow ? "Best of three" : "One run each"}, each in its own process, two threads, memory limit 4 GB.

| way | seconds | ratio | peak memory | inspection |
|---|---:|---:|---:|---:|
${lines.join("\n")}
| papaparse stream of the CSV, counting by commune only (extrapolated from ${formatNumber(papaparse.share * 100, {decimals: papaparse.share < 0.1 ? 1 : 0})} %) | ${show(papaparse.seconds)} | ${formatNumber(papaparse.seconds / handCsv, {decimals: 1})} | | |

Inspection: the file is verified once, when it is archived, as it is unzipped (encoding of every byte, header, rows counted without DuckDB, coverage).
Goals: at most 1.3 × the SQL by hand, under 3 GB.`
    };
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

function measureFormat(format: "parquet" | "csv", files: SireneFiles, rows: number) {
  const times = rows < repeatedBelow ? 3 : 1;
  const loads: Record<"hand" | "house", SireneLoad[]> = {hand: [], house: []};
  for (let index = 0; index < times; index += 1) {
    for (const way of ["hand", "house"] as const) {
      const load = runChild({way, format, files});
      loads[way].push(load);
      report(
        `${format}, ${way} : ${show(load.seconds)} s, ${formatNumber(load.peak / 1e9, {decimals: 2})} Go`
      );
    }
  }
  for (const [entity, digest] of Object.entries(loads.hand[0]!.digests)) {
    const found = loads.house[0]!.digests[entity];
    if (found !== digest)
      throw new Error(
        `${format} : les deux chargements ne donnent pas la même table ${entity} : ${digest} à la main, ${found} ici`
      );
  }
  const best = (way: "hand" | "house") =>
    loads[way].reduce((first, second) => (second.seconds < first.seconds ? second : first));
  const [hand, house] = [best("hand"), best("house")];
  const line = (name: string, {seconds, peak, inspection}: SireneLoad) =>
    `| ${name} | ${show(seconds)} | ${formatNumber(seconds / hand.seconds, {decimals: 2})} | ${formatNumber(peak / 1e9, {decimals: 2})} GB | ${inspection === null ? "" : show(inspection)} |`;
  const lines = [
    line(`DuckDB SQL written by hand, ${format}`, hand),
    line(`this project, ${format} (contract by name, row accounts, duplicates)`, house)
  ];
  return {lines, hand: hand.seconds};
}

function runChild({way, format, files}: Omit<SireneRequest, "directory">): SireneLoad {
  const directory = mkdtempSync(join(tmpdir(), "observatoire-sirene-chargement-"));
  mkdirSync(join(directory, "tmp"));
  try {
    const request: SireneRequest = {way, format, files, directory};
    const {stdout, stderr, status} = spawnSync(
      process.execPath,
      ["--import", "tsx", child, JSON.stringify(request)],
      {encoding: "utf8"}
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as SireneLoad;
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

/** A papaparse stream over the start of the CSV that counts open establishments by commune; extrapolated. */
async function loadByPapaparse(path: string): Promise<{seconds: number; share: number}> {
  const {size} = statSync(path);
  const end = Math.min(size, papaparseBytes);
  const counts = new Map<string, number>();
  const {seconds} = await time(
    () =>
      new Promise<void>((done, failed) => {
        Papa.parse<Record<string, string>>(
          createReadStream(path, {end: end - 1, encoding: "utf8"}) as never,
          {
            header: true,
            delimiter: ",",
            step: ({data}) => {
              if (data.etatAdministratifEtablissement !== "A") return;
              const key = data.codeCommuneEtablissement ?? "";
              counts.set(key, (counts.get(key) ?? 0) + 1);
            },
            complete: () => done(),
            error: failed
          }
        );
      })
  );
  return {seconds: (seconds * size) / end, share: end / size};
}

const show = (value: number) => formatNumber(value, {decimals: value < 10 ? 2 : 1});
const report = (line: string) => process.stderr.write(`  ${line}\n`);

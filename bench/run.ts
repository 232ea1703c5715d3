import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {cpus, tmpdir, totalmem} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {formatNumber} from "@observatoire/catalog";
import {composeThousand} from "./compose-thousand.ts";
import {replaceSections, type Section} from "./document.ts";
import {measureNothingNew} from "./nothing-new.ts";
import {measureProgramme} from "./programme.ts";
import {benchSirene} from "./sirene-load.ts";
import {loadByHand, loadByHouse, loadByPapaparse, simulatedFile} from "./urssaf-load.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const papaparseShare = 0.05;
/** Steps shorter than this, in seconds, are left out of the table. */
const shownFrom = 0.3;
/** Of SIRENE, in the run of every day; the real stock has 43 million. */
const defaultRows = 4_000_000;

/** One line of the tables of `docs/benchmarks.md`. */
type Line = readonly [what: string, seconds: number, note: string];

const seconds = (value: number) => formatNumber(value, {decimals: value < 10 ? 2 : 1});
const table = (lines: readonly Line[]) =>
  [
    "| mesure | secondes | |",
    "|---|---:|---|",
    ...lines.map(([what, value, note]) => `| ${what} | ${seconds(value)} | ${note} |`)
  ].join("\n");

/** Runs a command of the project on an empty data folder and returns its steps, as it prints them. */
function runDemo(data: string): {total: number; steps: Line[]} {
  const started = performance.now();
  const {stderr, status} = spawnSync(
    process.execPath,
    [join(root, "bin/observatoire.js"), "refresh", "--demo"],
    {
      encoding: "utf8",
      env: {...process.env, OBSERVATOIRE_DATA: data, OBSERVATOIRE_JOURNAL: ""}
    }
  );
  if (status !== 0) throw new Error(stderr);
  const steps = stderr
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as {evenement: string; texte: string; secondes: number})
    .filter(({evenement}) => evenement === "etape")
    .map(({texte, secondes}): Line => [texte, secondes, ""]);
  const long = steps.filter(([, value]) => value >= shownFrom);
  return {total: (performance.now() - started) / 1000, steps: long};
}

/** The demo, the URSSAF file, the pages: everything but SIRENE. */
async function measureAll(data: string): Promise<Section[]> {
  spawnSync("cp", [join(root, "data/territoire.yaml"), data]);
  const first = runDemo(data);
  const second = runDemo(data);
  const file = existsSync(simulatedFile)
    ? simulatedFile
    : join(data, "simulated/urssaf", simulatedFile.split("/").at(-1)!);
  const hand: number[] = [];
  const strict: number[] = [];
  const house: number[] = [];
  let digests = new Set<string>();
  let rows = 0;
  for (let index = 0; index < 3; index += 1) {
    const ours = await loadByHouse(file);
    const theirs = await loadByHand(file, {dedupe: true});
    strict.push((await loadByHand(file, {dedupe: false})).seconds);
    house.push(ours.seconds);
    hand.push(theirs.seconds);
    rows = ours.rows;
    digests = new Set([...digests, ours.digest, theirs.digest]);
  }
  if (digests.size !== 1)
    throw new Error(`les deux chargements ne donnent pas la même table : ${[...digests].join(" ; ")}`);
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[1]!;
  const papaparse = (await loadByPapaparse(file, papaparseShare)).seconds;
  const composed = await composeThousand(data);
  const size = `${formatNumber(rows)} lignes, ${formatNumber(statSync(file).size / 1e6)} Mo`;
  const [ours, theirs, least] = [median(house), median(hand), median(strict)];
  return [
    {
      title: "The whole demo, from an empty data folder",
      body: table([
        ...first.steps,
        ["**en tout**", first.total, ""],
        ["la même, rien de nouveau", second.total, "but : moins de 3 s"]
      ])
    },
    {
      title: `Loading the national URSSAF file (${size}, simulated)`,
      body: `From the CSV to \`core.emploi_prive\`; the first two tables have the same rows and sums. Median of three.

| way | seconds | ratio |
|---|---:|---:|
| DuckDB SQL written by hand for this file | ${seconds(theirs)} | 1 |
| this project (contract by name, reject tables, row accounts, duplicates) | ${seconds(ours)} | ${formatNumber(ours / theirs, {decimals: 2})} |
| the same SQL by hand, keeping the producer's duplicate rows (not the same table) | ${seconds(least)} | ${formatNumber(least / theirs, {decimals: 2})} |
| papaparse stream, summing jobs only (extrapolated from ${formatNumber(100 * papaparseShare)} % of the file) | ${seconds(papaparse)} | ${formatNumber(papaparse / theirs, {decimals: 1})} |

Goal: at most 1.3 × the SQL by hand; against the version that keeps duplicates this project is at ${formatNumber(ours / least, {decimals: 2})}.`
    },
    {
      title: "Composing 1 000 territory pages",
      body: table([
        [
          "remplir les coquilles, figures déjà dessinées",
          composed.stampSeconds,
          `${formatNumber(composed.stampSeconds, {decimals: 1})} ms par page`
        ],
        [
          "figures comprises (sept par page, deux largeurs)",
          composed.fullSeconds,
          `${formatNumber(composed.fullSeconds, {decimals: 1})} ms par page`
        ]
      ])
    },
    measureProgramme(data, first.total)
  ];
}

/** The demo, then the plan and the documents alone. */
function measurePlan(data: string): Section[] {
  spawnSync("cp", [join(root, "data/territoire.yaml"), data]);
  return [measureProgramme(data, runDemo(data).total)];
}

const path = join(root, "docs/benchmarks.md");
const preface = `# Benchmarks

Written by \`npm run bench\`, which measures everything, \`npm run bench -- --programme\`, the plan and the documents alone,
and \`npm run bench -- --rows 43000000\`, SIRENE alone at its full size; do not edit.
Ratios are to a baseline of the same run: the machine is shared and noisy.
Machine: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${formatNumber(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.`;

/** Written as soon as measured: a later fault loses nothing. */
const record = (sections: readonly Section[]) =>
  writeFileSync(path, replaceSections(existsSync(path) ? readFileSync(path, "utf8") : "", sections, preface));

const {values} = parseArgs({options: {rows: {type: "string"}, programme: {type: "boolean", default: false}}});
const rows = Number(values.rows ?? defaultRows);
if (!Number.isInteger(rows) || rows < 1)
  throw new Error(`--rows demande un nombre de lignes, pas « ${values.rows} »`);
if (values.rows === undefined) {
  const data = mkdtempSync(join(tmpdir(), "observatoire-bench-"));
  try {
    record(values.programme ? measurePlan(data) : await measureAll(data));
    if (!values.programme) record([await measureNothingNew()]);
  } finally {
    rmSync(data, {recursive: true, force: true});
  }
}
if (!values.programme) record([await benchSirene(rows)]);
process.stdout.write("docs/benchmarks.md écrit\n");

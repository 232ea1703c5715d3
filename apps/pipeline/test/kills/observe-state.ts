import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import type {Manifest, Snapshot} from "@observatoire/catalog";
import Papa from "papaparse";
import {main} from "../../src/main.ts";
import {readPublished} from "../../src/published.ts";
import {filesIn, hashesIn} from "./hashes-in.ts";
import {linkOf, namesIn} from "./kill-plan.ts";
import {readPlanVersions} from "./read-plan-versions.ts";
import {readSession} from "./read-session.ts";
import {hashOf, versionOf} from "./versioned-input.ts";
import {session, versionOfPlanned} from "./versioned-plan.ts";

/** What a reader finds at one moment: the version served, and what is wrong with it. */
export interface State {
  run: string | null;
  version: number | null;
  /** Missing, damaged or unreadable. */
  invalid: string[];
  /** Two versions side by side. */
  mixed: string[];
}

/** A place where readers look, and the version found there. */
export interface Place {
  place: string;
  version: number;
}

const meaux = "77284";
const jobsQuery = `select valeur from mart.indicateur where indicateur = 'effectif_prive' and niveau = 'commune'
  and code_territoire = '${meaux}' and dimension = 'total' and periode_fin = '2025-12-31'`;

const planQuery = "select distinct previsionnel as valeur from derived.action";

/** Looks at the published run as readers do, and at every byte of it; `frozen` are the files of the session, by hash. */
export async function observeState(data: string, frozen: Record<string, string> | null): Promise<State> {
  const invalid: string[] = [];
  const link = linkOf(data);
  const folder = link && join(data, link);
  if (folder === null || !existsSync(folder)) {
    return {run: null, version: null, invalid: [`data/current ne mène à aucun passage (${link})`], mixed: []};
  }
  invalid.push(...verifyHashes(folder), ...(await verifyArchive(data)));
  const seen = new Map<string, number>();
  const noteAll = async (what: string, read: () => Place[] | Promise<Place[]>) => {
    try {
      for (const {place, version} of await read()) seen.set(place, version);
    } catch (error) {
      invalid.push(`${what} : ${(error as Error).message}`);
    }
  };
  const note = (place: string, read: () => number | Promise<number>) =>
    noteAll(place, async () => [{place, version: versionOf(await read())}]);
  await note("entrepôt", () => ask(data, jobsQuery));
  await noteAll("plan interrogé", async () => [
    {place: "plan interrogé", version: versionOfPlanned(await ask(data, planQuery))}
  ]);
  await note("fichier Parquet publié", async () => {
    const rows = (await readPublished(join(folder, "published"))).rows("effectif_prive", {
      niveau: "commune",
      code: meaux
    });
    return Number(
      rows.find((row) => row.periode_fin.startsWith("2025") && row.dimension === "total")?.valeur
    );
  });
  for (const place of [
    "published/odbl-1.0",
    "site/telecharger/odbl-1.0",
    "site-comite/telecharger/odbl-1.0"
  ]) {
    await note(`${place}/effectif_prive.csv`, () => readCsv(join(folder, place, "effectif_prive.csv")));
  }
  for (const site of ["site", "site-comite"]) {
    await note(`page de Meaux, ${site}`, () => readPage(join(folder, site)));
    await noteAll(`plan, ${site}`, () => readPlanVersions(folder, site as "site" | "site-comite"));
  }
  await note("manifeste", () => readManifestVersion(folder));
  for (const [place, version] of seen) {
    if (!Number.isInteger(version)) invalid.push(`${place} : sa valeur manque`);
  }
  if (frozen !== null) invalid.push(...readSession(folder, join(data, "editions", session), frozen));
  const strangers = readStrangers(folder);
  const versions = new Set(seen.values());
  const mixed = [...(versions.size > 1 ? [tellApart(seen)] : []), ...strangers];
  return {run: relative(join(data, "runs"), folder), version: seen.get("entrepôt") ?? null, invalid, mixed};
}

/** Pages that name another run than theirs; the pages of states and changes tell of former ones, sessions of theirs. */
function readStrangers(folder: string): string[] {
  const {run, dataRun} = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  return ["site", "site-comite"].flatMap((site) =>
    filesIn(join(folder, site))
      .filter((path) => path.endsWith(".html") && !/^(seances\/|etat|changements)/.test(path))
      .flatMap((path) => {
        const runs = readFileSync(join(folder, site, path), "utf8").match(/\d{8}-\d{6}-[0-9a-f]{6}/g) ?? [];
        const other = runs.find((one) => one !== run && one !== dataRun);
        return other ? [`${site}/${path} nomme le passage ${other}, attendu ${run}`] : [];
      })
  );
}

/** Places by the version they tell, those of the least numerous named first. */
function tellApart(seen: ReadonlyMap<string, number>): string {
  const places = new Map<number, string[]>();
  for (const [place, version] of seen) places.set(version, [...(places.get(version) ?? []), place]);
  return [...places]
    .sort(([, a], [, b]) => a.length - b.length)
    .map(
      ([version, names]) => `version ${version} : ${names.slice(0, 6).join(", ")} (${names.length} endroits)`
    )
    .join(" ; ");
}

/** Every file against `empreintes.json`, without the code that wrote it. */
function verifyHashes(folder: string): string[] {
  const name = "empreintes.json";
  if (!existsSync(join(folder, name))) return [`${name} absent`];
  const seal = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>;
  const found = hashesIn(folder);
  delete found[name];
  return [
    ...Object.keys(seal)
      .filter((path) => found[path] === undefined)
      .map((path) => `${path} manque`),
    ...Object.keys(found)
      .filter((path) => seal[path] !== found[path])
      .map((path) => `${path} ne suit pas son empreinte`)
  ];
}

/** Archived versions are whole: a card stands only beside the bytes it describes. */
async function verifyArchive(data: string): Promise<string[]> {
  const versions = join(data, "snapshots/urssaf/commune_ape");
  return namesIn(versions)
    .map((name) => join(versions, name, "snapshot.json"))
    .filter((card) => !card.includes("/.") && existsSync(card))
    .flatMap((card) => {
      const {path, sha256} = JSON.parse(readFileSync(card, "utf8")) as Snapshot;
      const bytes = join(data, path);
      if (dirname(bytes) !== dirname(card) || !existsSync(bytes))
        return [`${path} n'est pas auprès de sa fiche`];
      return hashOf(readFileSync(bytes)) === sha256 ? [] : [`${path} ne suit pas sa fiche`];
    });
}

function readPage(site: string): number {
  const text = readFileSync(join(site, `territoires/commune-${meaux}.html`), "utf8");
  const jobs = /on compte (.{1,30}?) emplois salariés/.exec(text.replaceAll("&nbsp;", " "))?.[1];
  return Number(jobs?.replace(/\D/g, "") || Number.NaN);
}

/** The command that a person would type, run in this process. */
async function ask(data: string, sql: string): Promise<number> {
  let out = "";
  const write = (text: string) => {
    out += text;
  };
  const exit = await main(["query", sql, "--json"], {data, stdout: {write}, stderr: {write}});
  if (exit !== 0) throw new Error(`query sort ${exit} : ${out}`);
  const rows = JSON.parse(out) as {valeur: number}[];
  if (rows.length !== 1) throw new Error(`query rend ${rows.length} lignes, attendu une`);
  return Number(rows[0]?.valeur);
}

function readCsv(path: string): number {
  const {data} = Papa.parse<Record<string, string>>(readFileSync(path, "utf8").replace("\ufeff", ""), {
    header: true
  });
  const row = data.find(
    ({code_territoire, periode_fin, dimension}) =>
      code_territoire === meaux && periode_fin === "2025-12-31" && dimension === "total"
  );
  return Number(row?.valeur);
}

/** The manifest names its input by its hash; the archive keeps the bytes, hence the version. */
function readManifestVersion(folder: string): number {
  const {sources} = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const snapshot = sources.find(({source}) => source === "urssaf")?.files[0]?.snapshot;
  if (!snapshot) throw new Error("le manifeste ne nomme pas le fichier de l'Urssaf");
  const bytes = readFileSync(join(folder, "../..", snapshot.path), "utf8");
  if (hashOf(bytes) !== snapshot.sha256) throw new Error("le fichier archivé n'est plus celui du manifeste");
  const row = bytes.split("\r\n").find((line) => line.includes(`;${meaux};`));
  return Number(row?.split(";").at(-1)) + 44;
}

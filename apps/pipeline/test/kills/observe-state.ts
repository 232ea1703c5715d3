import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import type {Manifest, Snapshot} from "@observatoire/catalog";
import Papa from "papaparse";
import {main} from "../../src/main.ts";
import {readPublished} from "../../src/published.ts";
import {linkOf, namesIn} from "./kill-plan.ts";
import {hashOf, versionOf} from "./versioned-input.ts";

/** What a reader finds at one moment: the version served, and what is wrong with it. */
export interface State {
  run: string | null;
  version: number | null;
  /** Missing, damaged or unreadable. */
  invalid: string[];
  /** Two versions side by side. */
  mixed: string[];
}

const meaux = "77284";
const jobsQuery = `select valeur from mart.indicateur where indicateur = 'effectif_prive' and niveau = 'commune'
  and code_territoire = '${meaux}' and dimension = 'total' and periode_fin = '2025-12-31'`;

/** Looks at the published run as readers do, and at every byte of it. */
export async function observeState(data: string): Promise<State> {
  const invalid: string[] = [];
  const link = linkOf(data);
  const folder = link && join(data, link);
  if (folder === null || !existsSync(folder)) {
    return {run: null, version: null, invalid: [`data/current ne mène à aucun passage (${link})`], mixed: []};
  }
  invalid.push(...verifyHashes(folder), ...(await verifyArchive(data)));
  const seen = new Map<string, number>();
  const note = async (place: string, read: () => number | Promise<number>) => {
    try {
      seen.set(place, versionOf(await read()));
    } catch (error) {
      invalid.push(`${place} : ${(error as Error).message}`);
    }
  };
  await note("entrepôt", () => askWarehouse(data));
  await note("fichier Parquet publié", async () => {
    const rows = (await readPublished(join(folder, "published"))).rows("effectif_prive", {
      niveau: "commune",
      code: meaux
    });
    return Number(
      rows.find((row) => row.periode_fin.startsWith("2025") && row.dimension === "total")?.valeur
    );
  });
  for (const place of ["published/odbl-1.0", "site/telecharger/odbl-1.0"]) {
    await note(`${place}/effectif_prive.csv`, () => readCsv(join(folder, place, "effectif_prive.csv")));
  }
  await note("page de Meaux", () => {
    const text = readFileSync(join(folder, `site/territoires/commune-${meaux}.html`), "utf8");
    const jobs = /on compte (.{1,30}?) emplois salariés/.exec(text.replaceAll("&nbsp;", " "))?.[1];
    return Number(jobs?.replace(/\D/g, "") || Number.NaN);
  });
  await note("manifeste", () => readManifestVersion(folder));
  for (const [place, version] of seen) {
    if (!Number.isInteger(version)) invalid.push(`${place} : la valeur de Meaux manque`);
  }
  const versions = new Set(seen.values());
  const mixed = versions.size > 1 ? [[...seen].map(([place, one]) => `${place} ${one}`).join(", ")] : [];
  return {run: relative(join(data, "runs"), folder), version: seen.get("entrepôt") ?? null, invalid, mixed};
}

/** Every file against `empreintes.json`, without the code that wrote it. */
function verifyHashes(folder: string): string[] {
  const name = "empreintes.json";
  if (!existsSync(join(folder, name))) return [`${name} absent`];
  const seal = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>;
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== name);
  return [
    ...Object.keys(seal)
      .filter((path) => !files.includes(path))
      .map((path) => `${path} manque`),
    ...files
      .filter((path) => seal[path] !== hashOf(readFileSync(join(folder, path))))
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

/** The command that a person would type, run in this process. */
async function askWarehouse(data: string): Promise<number> {
  let out = "";
  const write = (text: string) => {
    out += text;
  };
  const exit = await main(["query", jobsQuery, "--json"], {data, stdout: {write}, stderr: {write}});
  if (exit !== 0) throw new Error(`query sort ${exit} : ${out}`);
  return Number((JSON.parse(out) as {valeur: number}[])[0]?.valeur);
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

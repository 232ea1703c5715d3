import {readFileSync, readlinkSync} from "node:fs";
import {join} from "node:path";
import {openWarehouse} from "@observatoire/warehouse";
import {asyncBufferFromFile, parquetReadObjects} from "hyparquet";
import {planBase} from "../../src/publish-programme.ts";
import {rows} from "./marked-runs.ts";

/** Counts of what a reader saw, sent to the parent. */
export interface Looks {
  /** Looks at the disk: link, pages of both sites, JSON, Parquet, one query of the warehouse and of the plan. */
  disk: number;
  /** Answers over HTTP: a page or a JSON file. */
  http: number;
  /** Looks after which the run was another one than at the look before. */
  changes: number;
  faults: string[];
}

/** One look at the published run: the link is resolved once, then everything is read below it. Returns the run seen. */
export async function lookAtDisk(data: string, fault: (sentence: string) => void): Promise<string> {
  const link = readlinkSync(join(data, "current"));
  const folder = join(data, link);
  const expected = link.split("-").at(-1) ?? "";
  const check = (place: string, found: Iterable<unknown>) => {
    const seen = [...new Set(found)];
    if (seen.length !== 1 || seen[0] !== expected) fault(`${link} : ${place} montre ${seen.join(" et ")}`);
  };
  check("la page", marksOfPage(readFileSync(join(folder, "site/index.html"), "utf8")));
  check("la page du comité", marksOfPage(readFileSync(join(folder, "site-comite/index.html"), "utf8")));
  check("le JSON", marksOfJson(readFileSync(join(folder, "published/catalogue.json"), "utf8")));
  const file = await asyncBufferFromFile(join(folder, "published/indicateurs.parquet"));
  const found = (await parquetReadObjects({file})) as {marque: string}[];
  check(
    "le Parquet",
    found.map(({marque}) => marque)
  );
  if (found.length !== rows) fault(`${link} : ${found.length} lignes dans le Parquet`);
  const warehouse = await openWarehouse(join(folder, "warehouse.duckdb"), {readOnly: true, threads: 1});
  try {
    const counts = await warehouse.all<{marque: string; n: number}>(
      "select marque, count(*)::integer as n from mart.indicateur group by all"
    );
    check(
      "l'entrepôt",
      counts.map(({marque}) => marque)
    );
    if (counts[0]?.n !== rows) fault(`${link} : ${counts[0]?.n} lignes dans l'entrepôt`);
  } finally {
    warehouse.close();
  }
  const plan = await openWarehouse(join(folder, planBase), {readOnly: true, threads: 1});
  try {
    const actions = await plan.all<{marque: string}>("from derived.action");
    check(
      "la base du plan",
      actions.map(({marque}) => marque)
    );
  } finally {
    plan.close();
  }
  return link;
}

/** One answer over HTTP, from one run only; the run may change between two answers. */
export async function lookOverHttp(url: string, fault: (sentence: string) => void): Promise<void> {
  for (const [path, read] of [
    ["index.html", marksOfPage],
    ["catalogue.json", marksOfJson]
  ] as const) {
    const response = await fetch(new URL(path, url));
    const seen = [...new Set(read(await response.text()))];
    if (response.status !== 200 || seen.length !== 1) {
      fault(`${path} : réponse ${response.status}, ${seen.join(" et ") || "rien"}`);
    }
  }
}

/** The marks of a page, refused when it is cut. */
function marksOfPage(text: string): string[] {
  const marks = [...text.matchAll(/<(?:p|title)>(\w+)</g)].map((match) => match[1] ?? "");
  return text.endsWith("</html>\n") ? marks : [...marks, "une page coupée"];
}

function marksOfJson(text: string): string[] {
  const {marque, lignes} = JSON.parse(text) as {marque: string; lignes: string[]};
  return [marque, ...lignes];
}

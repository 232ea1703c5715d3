import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {IndicatorRow, Niveau} from "@observatoire/catalog";
import {
  DataError,
  fold,
  formatBytes,
  formatCell,
  formatDate,
  formatPeriod,
  type Manifest,
  type Snapshot
} from "@observatoire/catalog";
import {openWarehouse, type Warehouse} from "@observatoire/warehouse";
import type {Project} from "../project.ts";
import {readJson} from "../project.ts";
import type {PublishedCatalogue, PublishedIndicator} from "../published.ts";
import {requireRun} from "../run-folder.ts";

export interface Explanation {
  indicateur: PublishedIndicator;
  territoire: {niveau: Niveau; code: string; nom: string};
  lignes: IndicatorRow[];
  /** Models from the producer's bytes to the indicator, in the order they are built. */
  modeles: {nom: string; fichier: string; sha256: string}[];
  sql: string;
  sources: Snapshot[];
  passage: {id: string; date: string; commit: string};
}

/** Walks back from a number of the current run to its SQL, its source files and its run. */
export async function explain(
  project: Project,
  words: readonly string[]
): Promise<{text: string; data: Explanation}> {
  const [indicateurId, territoireWord, periode, modalite] = words;
  if (!indicateurId || !territoireWord || !periode) {
    throw usage(
      "un indicateur, un territoire et une période",
      `${words.length} mot${words.length > 1 ? "s" : ""}`
    );
  }
  const run = requireRun(project);
  const catalogue = readJson<PublishedCatalogue>(join(run, "published/catalogue.json"));
  const manifest = readJson<Manifest>(join(run, "manifest.json"));
  if (!catalogue || !manifest) throw new Error(`passage incomplet : ${run}`);
  const indicateur = catalogue.indicateurs.find(({id}) => id === indicateurId);
  if (!indicateur) {
    throw usage(
      `un indicateur parmi ${catalogue.indicateurs.map(({id}) => id).join(", ")}`,
      `« ${indicateurId} »`
    );
  }
  const territoire = findTerritoire(catalogue, territoireWord);
  const warehouse = await openWarehouse(join(run, "warehouse.duckdb"), {readOnly: true});
  try {
    const lignes = await findRows(warehouse, indicateur.id, territoire, periode, modalite);
    const modeles = await upstream(warehouse, `indicator.${indicateur.id}`);
    const read = new Set(modeles.flatMap(({reads}) => reads));
    const sources = manifest.sources
      .flatMap(({files}) => files.map(({snapshot}) => snapshot))
      .filter((snapshot) => read.has(`raw.${snapshot.source}__${snapshot.file}`));
    const data: Explanation = {
      indicateur,
      territoire,
      lignes,
      modeles: modeles.map(({nom, fichier, sha256}) => ({nom, fichier, sha256})),
      sql: readFileSync(join(project.root, indicateur.sql), "utf8"),
      sources,
      passage: {id: manifest.run, date: manifest.endedAt, commit: manifest.commit}
    };
    return {text: explanationText(data), data};
  } finally {
    warehouse.close();
  }
}

async function findRows(
  warehouse: Warehouse,
  indicateur: string,
  territoire: {niveau: string; code: string},
  periode: string,
  modalite: string | undefined
): Promise<IndicatorRow[]> {
  const bounds = /^(\d{4})(?:-(\d{4}))?$/.exec(periode);
  if (!bounds) throw usage("une période comme 2025 ou 2015-2025", `« ${periode} »`);
  const [, first, last] = bounds;
  const rows = await warehouse.all<IndicatorRow>(
    `select * exclude (run_id) from mart.indicateur
     where indicateur = $1 and niveau = $2 and code_territoire = $3
     order by dimension, modalite, periode_fin, periode_debut`,
    [indicateur, territoire.niveau, territoire.code]
  );
  const kept = rows.filter(
    (row) =>
      row.periode_fin.startsWith(last ?? first!) &&
      (last === undefined || row.periode_debut.startsWith(first!)) &&
      (modalite === undefined
        ? row.dimension === "total" || row.modalite === "_T" || rows.every((r) => r.dimension !== "total")
        : row.modalite === modalite)
  );
  if (kept.length > 0) return kept;
  const periods = [...new Set(rows.map((row) => periodWord(row)))];
  const modalites = [...new Set(rows.map((row) => row.modalite))];
  throw usage(
    `une période parmi ${periods.slice(-8).join(", ") || "aucune"} et une modalité parmi ${
      modalites
        .slice(0, 12)
        .map((code) => (code === "_T" ? "_T (ensemble)" : code))
        .join(", ") || "aucune"
    }`,
    `« ${periode}${modalite ? ` ${modalite}` : ""} »`
  );
}

const periodWord = (row: IndicatorRow) =>
  row.periode_debut === row.periode_fin
    ? row.periode_fin.slice(0, 4)
    : `${row.periode_debut.slice(0, 4)}-${row.periode_fin.slice(0, 4)}`;

/** Models a model rests on, sources first, itself last; `reads` are the tables it names. */
async function upstream(warehouse: Warehouse, name: string) {
  const models = await warehouse.all<{nom: string; fichier: string; sha256: string; dependances: string[]}>(
    "select nom, fichier, sha256, dependances from meta.modele"
  );
  const byName = new Map(models.map((model) => [model.nom, model]));
  const seen = new Map<string, {nom: string; fichier: string; sha256: string; reads: string[]}>();
  const visit = (current: string) => {
    const model = byName.get(current);
    if (!model || seen.has(current)) return;
    for (const dependency of model.dependances) visit(dependency);
    seen.set(current, {
      nom: model.nom,
      fichier: model.fichier,
      sha256: model.sha256,
      reads: model.dependances
    });
  };
  visit(name);
  return [...seen.values()];
}

/** "ti", "france", a code ("77284"), a level and a code ("epci:200072130"), or a name. */
function findTerritoire(catalogue: PublishedCatalogue, word: string) {
  const [niveau, code] = word.includes(":") ? (word.split(":") as [string, string]) : [undefined, word];
  const wanted = fold(code);
  const found = catalogue.territoires.filter(
    (t) =>
      (niveau === undefined || t.niveau === niveau) &&
      (t.code.toLowerCase() === code.toLowerCase() ||
        fold(t.nom) === wanted ||
        (niveau === undefined && t.niveau === code))
  );
  if (found.length >= 1) return found[0]!;
  throw usage("« ti », « france », un code, ou niveau:code", `« ${word} »`);
}

function explanationText({
  indicateur,
  territoire,
  lignes,
  modeles,
  sql,
  sources,
  passage
}: Explanation): string {
  const values = lignes.map((row) => {
    const value = formatCell(row.valeur, row.statut, indicateur.unit, {decimals: indicateur.decimals});
    const where = [
      row.dimension === "total" ? null : `${row.dimension} ${row.modalite}`,
      row.reference && `réf. ${row.reference}`
    ]
      .filter(Boolean)
      .join(", ");
    const parts =
      row.numerateur === null
        ? ""
        : ` = ${row.numerateur}${row.denominateur === null ? "" : ` / ${row.denominateur}`}`;
    return `  ${value}${parts}   ${formatPeriod(row.periode_debut, row.periode_fin)}${where ? ` (${where})` : ""}   [${row.statut}]${row.motif ? ` ${row.motif}` : ""}`;
  });
  const files = sources.map(
    (snapshot) =>
      `  ${snapshot.source}/${snapshot.file} : ${snapshot.vintage}, ${snapshot.simulated ? "données simulées" : "données réelles"}, collecté le ${formatDate(snapshot.collectedAt)}
    ${snapshot.origin}
    data/${snapshot.path} (${formatBytes(snapshot.unpackedBytes)})
    sha256 ${snapshot.sha256}`
  );
  return `${indicateur.title} : ${territoire.nom}

${values.join("\n")}

Définition  ${indicateur.definition}
Formule     ${indicateur.formula}

SQL         ${indicateur.sql}
${sql.trimEnd().replace(/^/gm, "    ")}

Modèles, de la source à l'indicateur
${modeles.map(({nom, fichier}) => `  ${nom.padEnd(40)} ${fichier}`).join("\n")}

Fichiers sources
${files.join("\n")}

Passage     ${passage.id}, ${formatDate(passage.date)}, code ${passage.commit}
`;
}

function usage(expected: string, found: string): DataError {
  return new DataError("USAGE", {
    where: "explain",
    expected,
    found,
    action: "par exemple « npx observatoire explain part_industrie ti 2025 »"
  });
}

import {linkSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {combineLicences, type LicenceId, licences, type Source} from "@observatoire/catalog";
import {exportTable, type Warehouse} from "@observatoire/warehouse";
import {describeChangeFiles} from "./change-files.ts";
import {
  indicatorFile,
  type PublishedCatalogue,
  type PublishedIndicator,
  publishedFolders
} from "./published.ts";
import {type Field, keyFields, tableSchema} from "./table-schema.ts";

/** Columns of a published table; `nature` says what a value rests on: its sources, or the simulated list of its territory. */
const shown = (simulated: string) => `
    indicateur, niveau, code_territoire,
    strftime(periode_debut, '%Y-%m-%d') as periode_debut, strftime(periode_fin, '%Y-%m-%d') as periode_fin,
    dimension, modalite, nomenclature, reference,
    valeur, valeur_min, valeur_max, numerateur, denominateur, statut, motif,
    case when indicateur in (${simulated}) or territoire.simule then 'simulee' else 'reelle' end as nature`;
const tables = "mart.indicateur inner join core.territoire as territoire using (niveau, code_territoire)";
const order = "indicateur, niveau, code_territoire, dimension, modalite, periode_debut, periode_fin";

/** Licence of what is made from an indicator's sources: share-alike wins. */
export function licenceOf(indicator: {sources: readonly string[]}, sources: readonly Source[]): LicenceId {
  return combineLicences(
    sources.filter((source) => indicator.sources.includes(source.id)).map((source) => source.licence)
  );
}

/** False when one of its sources forbids search engines. */
export function isIndexable(indicator: {sources: readonly string[]}, sources: readonly Source[]): boolean {
  return !sources.some(({id, indexable}) => indexable === false && indicator.sources.includes(id));
}

/**
 * Writes the only bridge between the warehouse and what is shown: per licence one Parquet table, a CSV per indicator
 * and a `datapackage.json`; beside them `catalogue.json` (territories, declarations, sources, names). `same`: published
 * folder of the run that holds the very same values, whose tables are linked rather than written again.
 */
export async function publishFiles(
  warehouse: Warehouse,
  folder: string,
  catalogue: PublishedCatalogue,
  {sources, same = null}: {sources: readonly Source[]; same?: string | null}
): Promise<void> {
  const write = async (path: string, sql: string, format: "parquet" | "csv") => {
    if (same !== null && linkFile(join(same, path), join(folder, path))) return;
    await exportTable(warehouse, sql, join(folder, path), {format});
  };
  mkdirSync(folder, {recursive: true});
  for (const {folder: part, licence, indexable} of publishedFolders) {
    const indicators = catalogue.indicateurs.filter(
      (indicator) =>
        licenceOf(indicator, sources) === licence && isIndexable(indicator, sources) === indexable
    );
    if (indicators.length === 0) continue;
    mkdirSync(join(folder, part), {recursive: true});
    const columns = shown(
      quoteList(indicators.filter((one) => isSimulated(one, catalogue)).map(({id}) => id))
    );
    const list = indicators.map(({id}) => `'${id}'`).join(", ");
    await write(
      join(part, indicatorFile),
      `select ${columns} from ${tables} where indicateur in (${list}) order by ${order}`,
      "parquet"
    );
    for (const {id} of indicators) {
      await write(
        join(part, `${id}.csv`),
        `select ${columns} from ${tables} where indicateur = '${id}' and niveau <> 'autre_ti' order by ${order}`,
        "csv"
      );
    }
    writeJson(join(folder, part, "datapackage.json"), dataPackage(licence, indicators, catalogue));
  }
  writeJson(join(folder, "catalogue.json"), catalogue);
}

/** False when there is no such file, or no link can be made to it: it is then written. */
function linkFile(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function isSimulated({sources}: PublishedIndicator, catalogue: PublishedCatalogue): boolean {
  return catalogue.sources.some(({id, simulated}) => simulated && sources.includes(id));
}

const quoteList = (ids: readonly string[]) =>
  ids.length === 0 ? "''" : ids.map((id) => `'${id}'`).join(", ");

/** Frictionless data package of one licence: each file, its title, sources and fields. */
function dataPackage(licence: LicenceId, indicators: PublishedIndicator[], catalogue: PublishedCatalogue) {
  const {title, url} = licences[licence];
  const used = new Set(indicators.flatMap(({sources}) => sources));
  const sources = catalogue.sources.filter(({id}) => used.has(id));
  return {
    profile: "data-package",
    name: `observatoire-${catalogue.territoire.code}-${licence}`,
    title: `Observatoire ${catalogue.territoire.nom} : indicateurs sous ${title}`,
    version: catalogue.run,
    created: catalogue.date,
    licenses: [{name: licence, title, path: url}],
    sources: sources.map(({title, producer, homepage, vintage, simulated}) => ({
      title: `${producer}, ${title}, ${vintage}${simulated ? " (données simulées)" : ""}`,
      path: homepage
    })),
    simulated: sources.some(({simulated}) => simulated),
    resources: [
      {
        name: "indicateurs",
        path: "indicateurs.parquet",
        title: "Tous les indicateurs, tous les territoires, les autres Territoires d'industrie compris",
        format: "parquet",
        mediatype: "application/vnd.apache.parquet"
      },
      ...indicators.map(({id, title, definition, unit, limits}) => ({
        name: id,
        path: `${id}.csv`,
        title,
        description: [definition, ...limits].join(" "),
        unit,
        format: "csv",
        encoding: "utf-8",
        schema: tableSchema(fields)
      })),
      ...(catalogue.changements?.etat === "compare" ? describeChangeFiles() : [])
    ]
  };
}

const fields: readonly Field[] = [
  ...keyFields,
  ["valeur", "number", "Valeur ; vide quand le statut dit pourquoi."],
  ["valeur_min", "number", "Borne basse quand la valeur est un intervalle."],
  ["valeur_max", "number", "Borne haute quand la valeur est un intervalle."],
  ["numerateur", "number", "Numérateur, additif."],
  ["denominateur", "number", "Dénominateur, additif."],
  ["statut", "string", "connu, provisoire, estime, minimum, secret, non_disponible ou non_applicable."],
  ["motif", "string", "Pourquoi la valeur manque ou n'est que partielle."],
  ["nature", "string", "simulee quand la valeur repose sur des données simulées, sinon reelle."]
];

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}

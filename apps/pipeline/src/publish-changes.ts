import {copyFileSync, existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {DataError, formatDate, formatNumber, type Indicator, type Source} from "@observatoire/catalog";
import {exportTable, quoteText, type Warehouse} from "@observatoire/warehouse";
import type {StagedRun} from "./build-run.ts";
import {changeFiles} from "./change-files.ts";
import type {Changements} from "./changement.ts";
import {compareRuns} from "./compare-runs.ts";
import {type Project, readJson} from "./project.ts";
import {isIndexable, licenceOf} from "./publish-files.ts";
import {type PublishedCatalogue, publishedFolders} from "./published.ts";
import {currentRun, readManifest} from "./run-folder.ts";

export interface ChangesInput {
  project: Project;
  staged: Pick<StagedRun, "run" | "dataRun" | "previous">;
  /** ISO instant of publication. */
  date: string;
  indicators: readonly Indicator[];
  sources: readonly Source[];
}

/**
 * What changed since the run that readers see: for the catalogue, and as a Parquet and a CSV file in the folder of each
 * licence. A run published again for its pages alone keeps the changes of the run that brought its values.
 */
export async function publishChanges(
  warehouse: Warehouse,
  folder: string,
  {project, staged, date, indicators, sources}: ChangesInput
): Promise<{changements: Changements; warnings: string[]}> {
  const nothing = {sources: [], perimetre: {entrees: [], sorties: []}, indicateurs: []};
  const before = readBefore(project, staged);
  if (staged.dataRun !== staged.run) {
    const kept = before?.catalogue.changements;
    if (kept && before) keepFiles(before.published, folder);
    const lost = {run: staged.dataRun, date, depuis: null, etat: "illisible" as const, ...nothing};
    return {changements: kept ?? lost, warnings: []};
  }
  const made = {run: staged.run, date};
  if (before === null) {
    const etat = staged.previous === null ? "premier" : "illisible";
    return {changements: {...made, depuis: null, etat, ...nothing}, warnings: []};
  }
  const previous = {
    warehouse: join(before.folder, "warehouse.duckdb"),
    indicators: before.catalogue.indicateurs
  };
  const hidden = new Set(indicators.filter((one) => !isIndexable(one, sources)).map(({id}) => id));
  const compared = await compareRuns(warehouse, {previous, indicators, hidden}).catch(asUnreadable);
  if (typeof compared === "string") {
    return {
      changements: {...made, depuis: null, etat: "illisible", ...nothing},
      warnings: [`comparaison avec le passage du ${formatDate(before.endedAt)} impossible : ${compared}`]
    };
  }
  await writeFiles(warehouse, folder, indicators, sources);
  const depuis = {run: before.run, date: before.endedAt};
  const changements = {...made, depuis, etat: "compare" as const, ...compared};
  return {changements, warnings: tellUnexplained(changements, indicators)};
}

/** A published base that no longer reads must not stop the run that replaces it; a lack of memory or of space must. */
function asUnreadable(error: unknown): string {
  if (error instanceof DataError && error.code !== "CORRUPT" && error.code !== "LOCKED") throw error;
  return error instanceof Error ? error.message : String(error);
}

interface Before {
  run: string;
  folder: string;
  published: string;
  endedAt: string;
  catalogue: PublishedCatalogue;
}

/** The run that readers see, else the one this run followed when it was built. */
function readBefore(project: Project, {previous}: ChangesInput["staged"]): Before | null {
  const folder = currentRun(project) ?? (previous === null ? null : join(project.runs, previous));
  if (folder === null) return null;
  const published = join(folder, "published");
  const manifest = readManifest(folder);
  const catalogue = readCatalogue(join(published, "catalogue.json"));
  return manifest && catalogue
    ? {run: manifest.run, folder, published, endedAt: manifest.endedAt, catalogue}
    : null;
}

/** Null too when a power cut or the disk damaged it: the run that replaces it must not stop there. */
function readCatalogue(path: string): PublishedCatalogue | null {
  try {
    return readJson<PublishedCatalogue>(path);
  } catch {
    return null;
  }
}

function keepFiles(from: string, to: string): void {
  for (const {folder} of publishedFolders) {
    for (const name of Object.values(changeFiles)) {
      if (!existsSync(join(from, folder, name))) continue;
      mkdirSync(join(to, folder), {recursive: true});
      copyFileSync(join(from, folder, name), join(to, folder, name));
    }
  }
}

async function writeFiles(
  warehouse: Warehouse,
  folder: string,
  indicators: readonly Indicator[],
  sources: readonly Source[]
): Promise<void> {
  for (const {folder: part, licence, indexable} of publishedFolders) {
    const ids = indicators
      .filter((one) => licenceOf(one, sources) === licence && isIndexable(one, sources) === indexable)
      .map(({id}) => quoteText(id));
    if (ids.length === 0) continue;
    const rows = `select * exclude (masque) replace (
        strftime(periode_debut, '%Y-%m-%d') as periode_debut, strftime(periode_fin, '%Y-%m-%d') as periode_fin)
      from changement where indicateur in (${ids.join(", ")})
      order by indicateur, niveau, code_territoire, dimension, modalite, periode_debut, periode_fin, reference, nomenclature`;
    for (const format of ["parquet", "csv"] as const) {
      await exportTable(warehouse, rows, join(folder, part, changeFiles[format]), {format});
    }
  }
}

function tellUnexplained({indicateurs}: Changements, indicators: readonly Indicator[]): string[] {
  return indicateurs
    .filter(({motif}) => motif === "inexpliquee")
    .map(({indicateur, revisees, ajoutees, retirees}) => {
      const title = indicators.find(({id}) => id === indicateur)?.title ?? indicateur;
      const count = revisees + ajoutees + retirees;
      return `${title} : ${formatNumber(count)} ${count > 1 ? "valeurs changent" : "valeur change"} sans cause trouvée dans les données, le périmètre ni le calcul ; à examiner.`;
    });
}

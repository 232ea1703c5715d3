import {
  type Correction,
  DataError,
  formatBytes,
  formatDate,
  formatNumber,
  type Manifest,
  type Snapshot,
  type Source
} from "@observatoire/catalog";
import {readSourceState} from "@observatoire/collect";
import {formatTable} from "../format-table.ts";
import {ageOf, type Freshness} from "../freshness.ts";
import {describeRefreshes, type LastRefresh, overdueError} from "../last-refresh.ts";
import {measureStorage, type Storage} from "../measure-storage.ts";
import type {Project} from "../project.ts";
import {isGood, readJournal} from "../read-journal.ts";
import {currentManifest, requireRun} from "../run-folder.ts";

export interface SourceStatus {
  source: string;
  millesime: string | null;
  collecte_le: string | null;
  lignes: number | null;
  nature: "reelle" | "simulee" | null;
  age_jours: number | null;
  etat: Freshness;
  phrase: string;
}

/** State of each source in the current run, at a date: vintage, rows, age against its limit. */
export function sourceStatuses(
  manifest: Manifest,
  sources: readonly Source[],
  today: string
): SourceStatus[] {
  return sources.map((source) => {
    const entry = manifest.sources.find((candidate) => candidate.source === source.id);
    const files = entry?.files ?? [];
    const snapshot: Snapshot | undefined = files[0]?.snapshot;
    if (!snapshot) {
      return {
        source: source.id,
        millesime: null,
        collecte_le: null,
        lignes: null,
        nature: null,
        age_jours: null,
        etat: "absente",
        phrase: entry?.message ?? "jamais collectée"
      };
    }
    const {days, state} = ageOf(source, snapshot, today);
    const known = files.map(({rows}) => rows?.loaded).filter((count) => count !== undefined);
    return {
      source: source.id,
      millesime: snapshot.vintage,
      collecte_le: snapshot.collectedAt.slice(0, 10),
      lignes: known.length > 0 ? known.reduce((sum, count) => sum + count, 0) : null,
      nature: files.some((file) => file.snapshot.simulated) ? "simulee" : "reelle",
      age_jours: days,
      etat: state,
      phrase: entry?.message ?? ""
    };
  });
}

const tellCorrection = ({seance}: Correction): string =>
  seance === null ? "plan d'actions" : `séance du ${formatDate(seance)}`;

/** A source that cannot be refreshed, at the last attempt. */
interface FailingSource {
  source: string;
  depuis: string;
  code: string;
  phrase: string;
}

/** What `status` says, as `--json` gives it. */
export interface Status {
  /** First line, for a monitoring tool. */
  resume: string;
  passage: string | null;
  sources: SourceStatus[];
  echecs: FailingSource[];
  /** The action plan, or a frozen session, that is not shown as it is on disk. */
  corrections: Correction[];
  actualisation: LastRefresh;
  stockage: Storage;
}

/**
 * State of the sources, of the refreshes and of the disk. The fault, for a schedule to notice: with `maxAge`, no good
 * refresh for that long; else a source past its error limit (the demo's are never).
 */
export async function status(
  project: Project,
  {sources, now, maxAge}: {sources: readonly Source[]; now: Date; maxAge: number | null}
): Promise<{text: string; data: Status; fault: DataError | null}> {
  // A monitoring tool wants to hear of an empty folder as of any other failure.
  if (maxAge === null) requireRun(project);
  const manifest = currentManifest(project);
  const statuses = manifest ? sourceStatuses(manifest, sources, now.toISOString()) : [];
  const echecs = await readFailing(project, sources);
  const actualisation = describeRefreshes(readJournal(project));
  const stockage = await measureStorage(project);
  const late = statuses.filter(({etat}) => etat === "perimee").map(({source}) => source);
  const overdue = maxAge === null ? null : overdueError(actualisation, maxAge, now);
  const fault = overdue ?? (late.length > 0 && !manifest?.demo ? staleError(late) : null);
  const {derniere} = actualisation;
  const corrections = manifest?.corrections ?? [];
  const warned =
    echecs.length > 0 ||
    corrections.length > 0 ||
    stockage.archive.abimes.length > 0 ||
    (derniere !== null && !isGood(derniere));
  const level = fault ? "CRITIQUE" : warned ? "ATTENTION" : "OK";
  const resume = `${level} : ${[
    manifest ? `${manifest.territoire.nom}, passage ${manifest.run}` : "rien n'est publié",
    actualisation.phrase,
    echecs.length > 0 ? `en échec : ${echecs.map(({source}) => source).join(", ")}` : null,
    corrections.length > 0 ? `à corriger : ${corrections.map(tellCorrection).join(", ")}` : null
  ]
    .filter((part) => part !== null)
    .join(" ; ")}`;
  const data = {
    ...{resume, passage: manifest?.run ?? null, sources: statuses, echecs, corrections},
    ...{actualisation, stockage}
  };
  const text = [
    resume,
    manifest && publishedText(manifest, statuses),
    echecs.map(
      ({source, depuis, phrase}) => `${source} en échec depuis le ${formatDate(depuis)} : ${phrase}`
    ),
    corrections.map(({since, message}) => `À corriger, depuis le ${formatDate(since)} :\n${message}`),
    storageText(stockage)
  ]
    .flat()
    .filter((part) => part !== null)
    .join("\n");
  return {text: `${text}\n`, data, fault};
}

function publishedText(
  {territoire, run, endedAt, demo}: Manifest,
  statuses: readonly SourceStatus[]
): string {
  const table = formatTable(
    statuses.map((row) => ({
      source: row.source,
      millésime: row.millesime ?? "non disponible",
      "collectée le": row.collecte_le,
      lignes: row.lignes === null ? null : formatNumber(row.lignes),
      nature: row.nature === "simulee" ? "simulée" : row.nature === "reelle" ? "réelle" : null,
      "âge (jours)": row.age_jours,
      état: row.etat,
      remarque: row.phrase
    }))
  );
  const note = demo ? " (démonstration)" : "";
  return `\n${territoire.nom} : passage ${run}, publié le ${formatDate(endedAt)}${note}\n\n${table}`;
}

/** Sources whose last attempt failed, with the date of the first failure of the series. */
async function readFailing(project: Project, sources: readonly Source[]): Promise<FailingSource[]> {
  const states = await Promise.all(sources.map(({id}) => readSourceState(project.data, id)));
  return states.flatMap((state, index) => {
    const failure = state?.failure;
    if (!failure) return [];
    const {since, code, message} = failure;
    return [{source: sources[index]?.id ?? "", depuis: since, code, phrase: message}];
  });
}

function storageText({archive, passages, depot, libre}: Storage): string {
  const table = formatTable(
    archive.sources.map(({source, entiers, tranches, octets}) => ({
      archive: source,
      "versions entières": entiers,
      "en tranche": tranches,
      taille: formatBytes(octets)
    }))
  );
  const facts = [
    `archives ${formatBytes(archive.octets)}`,
    `${formatNumber(passages.nombre)} passage${passages.nombre > 1 ? "s" : ""} ${formatBytes(passages.octets)}`,
    `dépôt ${formatBytes(depot.octets)}`,
    `libre ${formatBytes(libre)}`
  ];
  return [`\n${table}`, `Place : ${facts.join(", ")}.`, ...archive.abimes].join("\n");
}

/** The fault of `status` when a source is too old to be trusted. */
function staleError(late: readonly string[]): DataError {
  return new DataError("STALE", {
    where: "status",
    expected: "des sources dans leur limite d'âge",
    found: `${late.length} au-delà (${late.join(", ")})`,
    action: "lancer « npx observatoire refresh », ou vérifier la page du producteur"
  });
}

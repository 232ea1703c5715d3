import {
  DataError,
  formatDate,
  formatNumber,
  type Manifest,
  type Snapshot,
  type Source
} from "@observatoire/catalog";
import {formatTable} from "../format-table.ts";
import {ageOf, type Freshness} from "../freshness.ts";

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

/** Text of `status`; `late` is true when a source is past its error limit, so that a schedule notices. */
export function statusReport(manifest: Manifest, sources: readonly Source[], today: string) {
  const data = sourceStatuses(manifest, sources, today);
  const head = `${manifest.territoire.nom} : passage ${manifest.run}, publié le ${formatDate(manifest.endedAt)}${manifest.demo ? " (démonstration)" : ""}\n\n`;
  const text = formatTable(
    data.map((row) => ({
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
  const late = data.filter(({etat}) => etat === "perimee").map(({source}) => source);
  return {text: head + text, data, late};
}

/** The fault of `status` when a source is too old to be trusted. */
export function staleError(late: readonly string[]): DataError {
  return new DataError("STALE", {
    where: "status",
    expected: "des sources dans leur limite d'âge",
    found: `${late.length} au-delà (${late.join(", ")})`,
    action: "lancer « npx observatoire refresh », ou vérifier la page du producteur"
  });
}

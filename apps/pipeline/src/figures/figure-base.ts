import {
  combineLicences,
  type FigureBase,
  type FigureColumn,
  type FigureRow,
  type Statut
} from "@observatoire/catalog";
import {joinFr, minimumForComment} from "@observatoire/findings";
import type {Published} from "../published.ts";

const shownLimits = 3;

const severity: readonly Statut[] = [
  "connu",
  "non_applicable",
  "provisoire",
  "estime",
  "minimum",
  "secret",
  "non_disponible"
];

export interface FigureContent {
  id: string;
  /** Ids of the indicators shown. */
  indicators: readonly string[];
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  period: {from: string; to: string};
  title: string;
  subtitle: string;
  reading: string;
  alt: string;
  /** Added before the limits of the indicators. */
  limits?: readonly string[];
  /** Sources the rows shown really rest on, when they are fewer than the indicators' own. */
  sources?: readonly string[];
  /** Why there is no row, when it is known better than by the sources. */
  whenEmpty?: string;
}

/**
 * What every figure owes its reader, whatever its kind: provenance, licence, simulated or real, status and limits follow
 * from the indicators it shows; an empty figure says why.
 */
export function figureBase(published: Published, content: FigureContent): FigureBase {
  const indicators = content.indicators.map((id) => findIndicator(published, id));
  const sourceIds = new Set(
    published.indicateurSources
      .filter(({indicateur}) => content.indicators.includes(indicateur))
      .map(({source}) => source)
      .filter((source) => content.sources?.includes(source) ?? true)
  );
  const sources = published.sources.filter(({id}) => sourceIds.has(id));
  const rows = content.rows.length > 0 && hasNothing(content) ? [] : content.rows;
  const statuts = rows.map((row) => row.statut ?? "connu");
  return {
    id: content.id,
    title: content.title,
    subtitle: content.subtitle,
    reading: content.reading,
    alt: content.alt,
    limits: shortLimits(
      content.limits ?? [],
      indicators.map(({limits}) => limits)
    ),
    columns: content.columns,
    rows,
    indicators: indicators.map(({id, title, definition, formula, sql}) => ({
      id,
      title,
      definition,
      formula,
      sql
    })),
    sources,
    statut: worst(statuts),
    simulated: sources.some(({simulated}) => simulated),
    licence: combineLicences(sources.map(({licence}) => licence)),
    period: content.period,
    empty: rows.length === 0 ? whyEmpty(published, content) : null
  };
}

/** True when no row has a number nor the reason of a secret: nothing to draw. */
function hasNothing({columns, rows}: FigureContent): boolean {
  const numbers = columns.filter(({type, hidden}) => type === "nombre" && !hidden);
  return rows.every(
    (row) => row.statut !== "secret" && numbers.every(({name}) => (row[name] ?? null) === null)
  );
}

/** The limits that matter most here: the figure's own, then the first of each indicator; the rest is one page away. */
function shortLimits(own: readonly string[], byIndicator: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...byIndicator.map(({length}) => length));
  const inTurn = Array.from({length: longest}, (_, rank) =>
    byIndicator.flatMap((limits) => limits[rank] ?? [])
  ).flat();
  const all = [...new Set([...own, ...inTurn])];
  const kept = all.slice(0, Math.max(shownLimits, own.length));
  return kept.length < all.length ? [...kept, "Les autres limites sont dans « Méthode et sources »."] : kept;
}

/** The statut that a badge must show: the worst one present. */
export function worst(statuts: readonly Statut[]): Statut {
  return statuts.reduce(
    (found, statut) => (severity.indexOf(statut) > severity.indexOf(found) ? statut : found),
    "connu"
  );
}

export function findIndicator(published: Published, id: string) {
  const indicator = published.indicateurs.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`indicateur inconnu : ${id}`);
  return indicator;
}

/** Jobs below which an indicator is not commented: its own rule, never under the general one. */
export function seuilOf(published: Published, id: string): number {
  return Math.max(findIndicator(published, id).minimumForComment, minimumForComment.emplois);
}

function whyEmpty(published: Published, {indicators, whenEmpty}: FigureContent): string {
  const wanted = new Set(
    published.indicateurs.filter(({id}) => indicators.includes(id)).flatMap(({sources}) => sources)
  );
  const there = new Set(published.sources.map(({id}) => id));
  const missing = [...wanted].filter((id) => !there.has(id));
  if (missing.length === 0) {
    return whenEmpty ? `${whenEmpty}.` : "Aucune valeur n'est publiée pour ce territoire sur cette période.";
  }
  const list = missing.map((id) => `« ${id} »`);
  const absent =
    list.length > 1
      ? `les sources ${joinFr(list)} ne sont pas collectées`
      : `la source ${list[0]} n'est pas collectée`;
  return `Non disponible : ${absent}. Lancer « npx observatoire collect ${missing.join(" ")} », puis reconstruire.`;
}

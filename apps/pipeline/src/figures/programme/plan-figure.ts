import {
  combineLicences,
  type FigureBase,
  type FigureColumn,
  type FigureIndicator,
  type FigureRow,
  type FigureSource,
  type FigureSpec,
  formatDate,
  type Statut,
  type Unit
} from "@observatoire/catalog";
import type {Published} from "../../published.ts";
import {findIndicator, worst} from "../figure-base.ts";
import {type PlanContext, programmeSource} from "./programme-source.ts";

export interface PlanFigure {
  id: string;
  title: string;
  subtitle: string;
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  reading?: string;
  limits?: readonly string[];
  alt?: string;
  /** Why there is nothing, and what to do. */
  whenEmpty: string;
  /** What the figure also takes from the observatory. */
  observed?: Observed;
}

/** Indicators that a figure of the plan shows, and the sources its values rest on besides the plan. */
export interface Observed {
  indicators: readonly FigureIndicator[];
  sources: readonly FigureSource[];
}

/** Indicators by their ids, with their sources. */
export function observedIndicators(published: Published, ids: readonly string[]): Observed {
  const used = new Set(
    published.indicateurSources.filter(({indicateur}) => ids.includes(indicateur)).map(({source}) => source)
  );
  return {
    indicators: [...new Set(ids)].map((id) => {
      const {title, definition, formula, sql} = findIndicator(published, id);
      return {id, title, definition, formula, sql};
    }),
    sources: published.sources.filter(({id}) => used.has(id))
  };
}

/** Sources by their ids, those that are there. */
export const observedSources = (published: Published, ids: readonly string[]): Observed => ({
  indicators: [],
  sources: published.sources.filter(({id}) => ids.includes(id))
});

/** What a figure of the plan owes its reader: the files it comes from, the day, and that only public rows are counted. */
export function planFigure(context: PlanContext, figure: PlanFigure): FigureBase {
  const {programme} = context;
  const {date} = programme.suivi;
  const sources = [programmeSource(context), ...(figure.observed?.sources ?? [])];
  return {
    id: figure.id,
    title: figure.title,
    subtitle: figure.subtitle,
    reading: figure.reading ?? "",
    alt: figure.alt ?? `${figure.title}.`,
    limits: [
      ...(figure.limits ?? []),
      ...(programme.visibilite === "public" ? ["Seules les lignes publiques du plan sont comptées."] : [])
    ],
    columns: figure.columns,
    rows: figure.rows,
    indicators: figure.observed?.indicators ?? [],
    sources,
    statut: worst(figure.rows.map(({statut}) => statut ?? "connu")),
    simulated: sources.some(({simulated}) => simulated),
    licence: combineLicences(sources.map(({licence}) => licence)),
    period: {from: date, to: date},
    empty: figure.rows.length === 0 ? figure.whenEmpty : null
  };
}

export interface PlanKey extends Omit<PlanFigure, "columns" | "rows" | "whenEmpty"> {
  valeur: number | null;
  unit: Unit;
  decimals?: number;
  comparison: string | null;
  direction?: "plus-haut-mieux" | "plus-bas-mieux" | "neutre";
  /** Said when there is no number; else it is not known. */
  whenEmpty?: string;
}

/** A key figure of the plan, on the day of its rules. */
export function planKey(context: PlanContext, key: PlanKey): FigureSpec {
  const {valeur, unit, decimals = 0} = key;
  const {date} = context.programme.suivi;
  const statut: Statut = valeur === null ? "non_disponible" : "connu";
  return {
    ...planFigure(context, {
      ...key,
      columns: [
        {name: "date", label: "Date", type: "date"},
        {name: "valeur", label: key.subtitle, type: "nombre", unit, decimals}
      ],
      rows: valeur === null && key.whenEmpty ? [] : [{date, valeur, statut}],
      whenEmpty: key.whenEmpty ?? "Non renseigné dans le plan."
    }),
    kind: "chiffre-cle",
    value: "valeur",
    period_label: `au ${formatDate(date)}`,
    comparison: key.comparison,
    direction: key.direction ?? "neutre",
    spark: null
  };
}

export const texte = (name: string, label: string): FigureColumn => ({name, label, type: "texte"});
export const euros = (name: string, label: string): FigureColumn => ({
  name,
  label,
  type: "nombre",
  unit: "eur"
});

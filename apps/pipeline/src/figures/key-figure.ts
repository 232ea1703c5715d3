import {
  type FigureSpec,
  formatDate,
  type IndicatorRow,
  type Statut,
  type Territoire
} from "@observatoire/catalog";
import type {Published} from "../published.ts";
import {figureBase, findIndicator} from "./figure-base.ts";
import {lastRow, type Selection, selectRows, yearOf} from "./values.ts";

/** What findings write for a key figure. */
export interface KeySentences {
  title: string;
  reading: string;
  alt: string;
  comparison: string | null;
}

/** What a sentence maker is given: the last value, and what it was measured on. */
export interface KeyValue {
  valeur: number | null;
  statut: Statut;
  periode: {from: string; to: string};
  row: IndicatorRow | null;
}

export interface KeyFigureOptions {
  id: string;
  indicateur: string;
  territoire: Territoire;
  selection?: Selection;
  /** Draw the whole series beside the number. */
  spark?: boolean;
  /** Words after the number when they are not the date of a stock: "par an, de 2015 à 2025". */
  periodLabel?: string;
  /** Other indicators the sentences quote. */
  quotes?: readonly string[];
  /** Sources of the value shown, when fewer than the indicator's. */
  sources?: readonly string[];
  /** Label of the card, when not the indicator's short title. */
  subtitle?: string;
  /** Why the number is not shown: it rests on too few. */
  empty?: string | null;
  sentences: (value: KeyValue) => KeySentences;
}

/** A number that counts, its date, its comparison and its short history. */
export function keyFigure(published: Published, options: KeyFigureOptions): FigureSpec {
  const {id, indicateur, territoire, selection = {}, spark = true, quotes = []} = options;
  const indicator = findIndicator(published, indicateur);
  const row = lastRow(published, indicateur, territoire, selection);
  const periode = {from: row?.periode_debut ?? published.date, to: row?.periode_fin ?? published.date};
  const history = spark ? selectRows(published, indicateur, territoire, selection) : row ? [row] : [];
  const value: KeyValue = {
    valeur: row?.valeur ?? null,
    statut: row?.statut ?? "non_disponible",
    periode,
    row
  };
  const {title, reading, alt, comparison} = options.sentences(value);
  return {
    ...figureBase(published, {
      id,
      indicators: [indicateur, ...quotes],
      title,
      reading,
      alt,
      subtitle: options.subtitle ?? indicator.shortTitle,
      columns: [
        {name: "annee", label: "Année", type: "annee"},
        {
          name: "valeur",
          label: indicator.shortTitle,
          type: "nombre",
          unit: indicator.unit,
          decimals: indicator.decimals
        }
      ],
      rows: (options.empty ? [] : history).map((item) => ({
        annee: yearOf(item.periode_fin),
        valeur: item.valeur,
        statut: item.statut
      })),
      ...whenEmpty(options.empty, row),
      ...(options.sources ? {sources: options.sources} : {}),
      period: {from: history[0]?.periode_fin ?? periode.from, to: periode.to}
    }),
    kind: "chiffre-cle",
    value: "valeur",
    period_label: options.periodLabel ?? `au ${formatDate(periode.to)}`,
    comparison,
    direction: indicator.direction,
    spark: spark && history.length > 2 ? {x: "annee", y: "valeur"} : null
  };
}

/** Why the card has no number: too few, or the reason the indicator gives. */
function whenEmpty(empty: string | null | undefined, row: IndicatorRow | null) {
  if (empty) return {whenEmpty: empty};
  if (!row?.motif || row.valeur !== null) return {};
  const motif = row.motif.replace(/\.$/, "");
  return {whenEmpty: row.statut === "non_applicable" ? `Sans objet : ${motif}` : motif};
}

import {type FigureColumn, type FigureRow, formatDate, type Territoire} from "@observatoire/catalog";
import type {Published} from "../published.ts";
import {roleOf} from "./base100.ts";
import {yearOf} from "./values.ts";

/** A year of a series, before it is drawn. */
export interface SeriesPoint {
  annee: number;
  valeur: number | null;
  statut: NonNullable<FigureRow["statut"]>;
}

/** Rows of a chart of lines: the territory, then those it is compared with. */
export function seriesRows(
  territoire: Territoire,
  others: readonly Territoire[],
  read: (whom: Territoire) => readonly SeriesPoint[]
): FigureRow[] {
  return [territoire, ...others].flatMap((whom) =>
    read(whom).map((point) => ({territoire: whom.nom, ...point, role: roleOf(whom, territoire)}))
  );
}

/** Columns of such a chart. */
export function seriesColumns(value: Pick<FigureColumn, "label" | "unit" | "decimals">): FigureColumn[] {
  return [
    {name: "territoire", label: "Territoire", type: "texte"},
    {name: "annee", label: "Année", type: "annee"},
    {name: "valeur", type: "nombre", ...value},
    {name: "role", label: "Rôle", type: "texte", hidden: true}
  ];
}

/** Encodings of such a chart. */
export const seriesEncoding = {
  kind: "lignes",
  x: "annee",
  y: "valeur",
  series: "territoire",
  role: "role",
  provisionalFrom: null
} as const;

/** The label date as a thin rule, when it falls within the years drawn: a stock at 31 December of year n is at n. */
export function labelMark(published: Published, from: string, to: string) {
  const label = published.territoire.dateLabel;
  if (!label || yearOf(label) <= yearOf(from) || yearOf(label) > yearOf(to)) return null;
  const share =
    (Date.parse(label.slice(0, 10)) - Date.parse(`${label.slice(0, 4)}-12-31`)) / (365.25 * 86_400_000);
  return {x: yearOf(label) + share, label: `labellisation, ${formatDate(label)}`};
}

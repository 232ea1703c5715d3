import type {FigureSpec} from "@observatoire/catalog";
import {signsOf, tableGrid} from "@observatoire/charts";

/** The table twin of a figure, every value formatted as on the page. */
export interface FigureTable {
  head: readonly {label: string; numeric: boolean}[];
  body: readonly (readonly string[])[];
  /** « s : secret statistique », for the signs used. */
  signs: readonly string[];
}

/** Lines and stacked columns are turned into one row per year, one column per series. */
export function tableOf(spec: FigureSpec): FigureTable {
  const {head, body, statuts} = tableGrid(spec);
  return {
    head,
    body: body.map((cells) => cells.map(({text}) => text)),
    signs: signsOf(statuts).map(({sign, label}) => `${sign}\u00a0: ${label}`)
  };
}

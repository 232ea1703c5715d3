import {type FigureRow, statuts} from "@observatoire/catalog";
import {columnOf, numberOf, statutOf, textOf, tipText} from "../cell.ts";
import type {Colonnes} from "./colonnes.ts";
import {columnStyles} from "./column-styles.ts";

/** A part of a column, from the base up. */
interface Part {
  index: number;
  from: number;
  to: number;
  tip: string;
}

export interface Column {
  year: number;
  provisional: boolean;
  parts: Part[];
  top: number;
  /** Sign of what is missing from the column, or null when it is whole. */
  sign: string | null;
}

/** Names of the parts, first at the base; one without name when there is one part. */
export function readNames(spec: Colonnes): string[] {
  const {series} = spec;
  if (series === null) return [""];
  return [...new Set(spec.rows.map((row) => textOf(row, series)))].slice(0, columnStyles.length);
}

/** Columns in the order of the years, their parts piled up from zero. */
export function readColumns(spec: Colonnes, names: readonly string[]): Column[] {
  const groups = new Map<number, FigureRow[]>();
  for (const row of spec.rows) {
    const year = numberOf(row, spec.x) ?? Number.parseInt(textOf(row, spec.x), 10);
    if (Number.isFinite(year)) groups.set(year, [...(groups.get(year) ?? []), row]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([year, rows]) => readColumn(spec, names, year, rows));
}

function readColumn(
  spec: Colonnes,
  names: readonly string[],
  year: number,
  rows: readonly FigureRow[]
): Column {
  const {series} = spec;
  const value = columnOf(spec, spec.y);
  const parts: Part[] = [];
  let [above, below] = [0, 0];
  let sign: string | null = null;
  for (const [index, name] of names.entries()) {
    const row = rows.find((each) => series === null || textOf(each, series) === name);
    const found = row ? numberOf(row, spec.y) : null;
    if (!row || found === null) {
      sign = statuts[row ? statutOf(row) : "non_disponible"].sign || statuts.non_disponible.sign;
      continue;
    }
    const from = found < 0 ? below : above;
    const tip = tipText(name === "" ? String(year) : `${name}, ${year}`, row, value);
    parts.push({index, from, to: from + found, tip});
    if (found < 0) below += found;
    else above += found;
  }
  const late = spec.provisionalFrom !== null && year >= spec.provisionalFrom;
  const provisional = late || rows.some((row) => statutOf(row) === "provisoire");
  return {year, provisional, parts, top: above, sign};
}

import type {IndicatorRow, Statut, Territoire} from "@observatoire/catalog";
import type {Reference} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {findIndicator} from "./figure-base.ts";
import {lastRow, perimeter, type Selection, selectRows} from "./values.ts";

/** A row as findings read it: its value, or why it has none. */
export function readMeasure(row: IndicatorRow | null | undefined): {valeur: number | null; statut: Statut} {
  return {valeur: row?.valeur ?? null, statut: row?.statut ?? "non_disponible"};
}

/** Bounds of a row; the date of the run when there is none. */
export function readPeriod(published: Published, row: IndicatorRow | null | undefined) {
  return {from: row?.periode_debut ?? published.date, to: row?.periode_fin ?? published.date};
}

/** Denominator below which a ratio is not commented: the indicator's own rule, in what it divides by. */
export function minimumOf(published: Published, indicateur: string): number {
  return findIndicator(published, indicateur).minimumForComment;
}

/** The same ratio elsewhere; those that rest on too few are left out. */
export function ratioReferences(
  published: Published,
  indicateur: string,
  others: readonly Territoire[],
  selection: Selection
): Reference[] {
  const least = minimumOf(published, indicateur);
  return others.flatMap((territoire) => {
    const row = lastRow(published, indicateur, territoire, selection);
    if (!row || (row.denominateur ?? least) < least) return [];
    return [{territoire, ...readMeasure(row)}];
  });
}

/** Periods of an indicator for the perimeter that last over a year, oldest first: windows, not yearly flows. */
export function windowsOf(
  published: Published,
  indicateur: string,
  selection: Selection = {}
): {from: string; to: string}[] {
  return periodsOf(published, indicateur, selection).filter((period) => yearsOf(period) > 1);
}

/** The window that ends last and, of those, the shortest: what happened lately. */
export function lastWindow(published: Published, indicateur: string, selection: Selection = {}) {
  const all = windowsOf(published, indicateur, selection);
  return all.at(-1) ?? periodsOf(published, indicateur, selection).at(-1) ?? null;
}

function periodsOf(published: Published, indicateur: string, selection: Selection) {
  const rows = selectRows(published, indicateur, perimeter(published), selection);
  return rows.map((row) => ({from: row.periode_debut, to: row.periode_fin}));
}

/** Whole years between two dates of the same day. */
export const yearsOf = ({from, to}: {from: string; to: string}): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4));

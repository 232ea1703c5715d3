import {formatDate, formatPeriod} from "@observatoire/catalog";
import {elide} from "./elide.ts";
import type {Periode} from "./finding.ts";

const DAYS_PER_YEAR = 365.25;

/** True when no change can be measured: one date, or bounds in the wrong order. */
export function isOneDate(periode: Periode): boolean {
  return periode.from >= periode.to;
}

/** Length in years, with decimals. */
export function computeYears({from, to}: Periode): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 / DAYS_PER_YEAR;
}

/** Date of a stock: "au 31 décembre 2025". */
export function formatStockDate(periode: Periode): string {
  return `au ${formatDate(periode.to)}`;
}

/** Years of a title: "de 2006 à 2025"; within one year, the dates. */
export function formatYears(periode: Periode): string {
  const [from, to] = [periode.from.slice(0, 4), periode.to.slice(0, 4)];
  return from === to ? formatBounds(periode) : `de ${from} à ${to}`;
}

/** Exact bounds: "du 31 décembre 2006 au 31 décembre 2025"; a stock has its date. */
export function formatBounds(periode: Periode): string {
  return isOneDate(periode) ? formatStockDate(periode) : formatPeriod(periode.from, periode.to);
}

/** "depuis 2015" when the period ends with the stock it comments, else "de 2014 à 2024". */
export function formatSince(periode: Periode, stock: Periode): string {
  return periode.to === stock.to ? `depuis ${periode.from.slice(0, 4)}` : formatYears(periode);
}

/** "que" before a place: "qu'en France", "que dans le Gard". */
export function than(place: string): string {
  return elide("que", place);
}

/** A flow: "en 2024" for a civil year, else its exact bounds; a stock has its date. */
export function formatFlow(periode: Periode): string {
  const year = periode.from.slice(0, 4);
  return periode.from === `${year}-01-01` && periode.to === `${year}-12-31`
    ? `en ${year}`
    : formatBounds(periode);
}

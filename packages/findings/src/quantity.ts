import {formatNumber, formatRounded} from "@observatoire/catalog";
import {agree} from "./agree.ts";
import {elide} from "./elide.ts";
import {roundSignificant, roundTenth} from "./rules.ts";

/** A thing that is counted. */
export interface Mots {
  singular: string;
  plural: string;
  /** "aucune friche": true when feminine. */
  feminine?: boolean;
  /** Which small-number rule it follows; default: that of jobs. */
  famille?: "emplois" | "etablissements" | "habitants";
}

export const emplois: Mots = {singular: "emploi salarié privé", plural: "emplois salariés privés"};
export const etablissements: Mots = {
  singular: "établissement employeur",
  plural: "établissements employeurs",
  famille: "etablissements"
};
export const etablissementsActifs: Mots = {
  singular: "établissement actif",
  plural: "établissements actifs",
  famille: "etablissements"
};
export const habitants: Mots = {singular: "habitant", plural: "habitants", famille: "habitants"};
export const friches: Mots = {singular: "friche", plural: "friches", feminine: true};
export const ventes: Mots = {singular: "vente", plural: "ventes", feminine: true};

/**
 * A count in a sentence, at most three significant figures: "aucun emploi", "3 emplois", "environ 30 200 emplois",
 * "au moins 1 230 emplois" (rounded down), "20,1 millions d'emplois".
 */
export function quantity(count: number, mots: Mots, {minimum = false}: {minimum?: boolean} = {}): string {
  const e = mots.feminine ? "e" : "";
  if (count === 0) return `aucun${e} ${mots.singular}`;
  if (count > 0 && count < 0.5 && !minimum) return `moins d'un${e} ${mots.singular}`;
  const rounded = roundSignificant(minimum ? Math.ceil(count) : count, {down: minimum});
  const prefix = minimum ? "au moins " : rounded === count ? "" : "environ ";
  return prefix + countOf(rounded, mots);
}

/** A rounded count and its noun, without "environ": "750 emplois", "1,2 million d'emplois". */
export function countOf(rounded: number, {singular, plural}: Mots): string {
  const size = Math.abs(rounded);
  if (size < 1_000_000) return `${formatRounded(size)} ${agree(size, singular, plural)}`;
  const millions = roundSignificant(size) / 1_000_000;
  const digits = stripZeros(formatNumber(millions, {decimals: millions < 10 ? 2 : millions < 100 ? 1 : 0}));
  return `${digits} ${agree(millions, "million", "millions")} ${elide("de", plural)}`;
}

/** A share in a sentence: "12,4 %", "12 %", "moins de 0,1 %", "plus de 99,9 %". */
export function formatShare(value: number): string {
  if (value > 0 && value < 0.05) return "moins de 0,1\u00a0%";
  if (value < 100 && value >= 99.95) return "plus de 99,9\u00a0%";
  return formatPercent(value);
}

/** A share of which only a part is known: "au moins 12,3 %", rounded down; "plus de 0 %" when next to nothing. */
export function formatMinimumShare(value: number): string {
  const floor = Math.floor(value * 10 + 1e-9) / 10;
  return floor === 0 ? "plus de 0\u00a0%" : `au moins ${formatPercent(floor)}`;
}

/** A percentage without sign: one decimal below 100, three significant figures above. */
export function formatPercent(value: number): string {
  return `${formatTenth(Math.abs(value))}\u00a0%`;
}

/** A change with its sign: "+1,2 %", "−0,3 %", "0 %". */
export function formatChange(value: number): string {
  const rounded = roundTenth(value);
  const sign = rounded === 0 ? "" : rounded < 0 ? "\u2212" : "+";
  return sign + formatPercent(value);
}

/** A difference of percentages without sign, agreeing with what is printed: "1,8 point", "2 points". */
export function formatPoints(value: number): string {
  const rounded = Math.abs(roundTenth(value));
  return `${formatTenth(rounded)}\u00a0${agree(rounded, "point", "points")}`;
}

/** One decimal below 100, three significant figures above, without useless zeros. */
export function formatTenth(size: number): string {
  return size >= 99.95 ? formatRounded(size) : stripZeros(formatNumber(roundTenth(size), {decimals: 1}));
}

/** "12,0" → "12", "1,20" → "1,2". */
export function stripZeros(text: string): string {
  return text.includes(",") ? text.replace(/,?0+$/, "") : text;
}

/** A surface in a sentence: "12,3 ha", "moins de 0,1 ha", "1 230 ha"; a minimum is rounded down: "au moins 12,3 ha". */
export function formatHectares(value: number, {minimum = false}: {minimum?: boolean} = {}): string {
  if (minimum) {
    const floor = Math.floor(value * 10 + 1e-9) / 10;
    return floor === 0 ? "plus de 0\u00a0ha" : `au moins ${formatTenth(floor)}\u00a0ha`;
  }
  return value > 0 && value < 0.05 ? "moins de 0,1\u00a0ha" : `${formatTenth(Math.abs(value))}\u00a0ha`;
}

/** An index or a ratio: two decimals, "0,23", "3,2". */
export function formatIndex(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return formatRounded(value);
  return stripZeros(formatNumber(value, {decimals: size >= 10 ? 1 : 2}));
}

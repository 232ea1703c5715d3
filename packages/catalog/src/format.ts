import {type Statut, statuts} from "./statut.ts";
import {type Unit, units} from "./unit.ts";

const NBSP = "\u00a0";
const MINUS = "\u2212";

export interface FormatOptions {
  decimals?: number;
  /** Print "+" before a positive value. */
  signed?: boolean;
  /** Shorter suffix where the value is repeated (cells, ends of bars): "m²/hab." for "m² par habitant". */
  short?: boolean;
  /** Bounds of an interval are widened, never narrowed; default: to the nearest. */
  rounding?: "floor" | "ceil";
}

const shortSuffixes: Partial<Record<Unit, string>> = {
  m2_habitant: `${NBSP}m²/hab.`,
  m2_emploi: `${NBSP}m²/emploi`
};

/** `1234.5` → "1 234,5" with U+202F between thousands and a true minus sign. */
export function formatNumber(
  raw: number,
  {decimals = 0, signed = false, rounding}: FormatOptions = {}
): string {
  const value = rounding ? roundTowards(raw, decimals, rounding) : raw;
  const rounded = numberFormat(decimals).format(Math.abs(value));
  const isZero = /^[0,\u202f]+$/.test(rounded);
  if (value < 0 && !isZero) return MINUS + rounded;
  return signed && !isZero ? `+${rounded}` : rounded;
}

// Making one costs more than a hundred uses of it.
const numberFormats = new Map<number, Intl.NumberFormat>();

function numberFormat(decimals: number): Intl.NumberFormat {
  const known = numberFormats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat("fr-FR", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals
  });
  numberFormats.set(decimals, made);
  return made;
}

/** Floor or ceiling at some decimals; what binary arithmetic adds to a round bound does not move it. */
function roundTowards(value: number, decimals: number, rounding: "floor" | "ceil"): number {
  const power = 10 ** decimals;
  return Math[rounding](value * power + (rounding === "floor" ? 1e-9 : -1e-9)) / power;
}

/** Number with the suffix of its unit: `12.34` in pct → "12,3 %". "+2,1 points" for differences of percentages. */
export function formatValue(
  value: number,
  unit: Unit,
  {decimals = 0, signed = false, short = false, rounding}: FormatOptions = {}
): string {
  const text = formatNumber(value, {
    decimals,
    signed: signed || unit === "points",
    ...(rounding && {rounding})
  });
  if (unit === "points")
    return `${text}${NBSP}${Math.abs(Number(value.toFixed(decimals))) < 2 ? "point" : "points"}`;
  return text + ((short ? shortSuffixes[unit] : undefined) ?? units[unit].suffix);
}

/**
 * Bounds of an interval rounded outwards, the unit once: "12 à 25 %"; an unknown bound, or one that says nothing of a
 * share (0 or 100 %), leaves "au moins 12 %" or "au plus 25 %".
 */
export function formatInterval(
  low: number | null,
  high: number | null,
  unit: Unit,
  options: FormatOptions = {}
): string | null {
  const [floor, ceil] = [{...options, rounding: "floor"} as const, {...options, rounding: "ceil"} as const];
  if (low === null && high === null) return null;
  if (low === null) return `au plus ${formatValue(high ?? 0, unit, ceil)}`;
  if (high === null) return `au moins ${formatValue(low, unit, floor)}`;
  const [from, to] = [formatNumber(low, floor), formatNumber(high, ceil)];
  if (from === to) return formatValue(high, unit, ceil);
  if (unit === "pct" && from === formatNumber(0, options)) return `au plus ${formatValue(high, unit, ceil)}`;
  if (unit === "pct" && to === formatNumber(100, options)) return `au moins ${formatValue(low, unit, floor)}`;
  return `${from} à ${formatValue(high, unit, ceil)}`;
}

/** Cell of a table: the number, or the sign of its absence (s, n.d., –). */
export function formatCell(
  value: number | null,
  statut: Statut,
  unit: Unit,
  options: FormatOptions = {}
): string {
  if (value === null) return statuts[statut].sign || statuts.non_disponible.sign;
  const text = formatValue(value, unit, options);
  return statut === "minimum" ? `≥${NBSP}${text}` : text;
}

/** At most three significant figures, for sentences: 30 214 → "30 200". */
export function formatRounded(value: number, significant = 3): string {
  if (value === 0) return "0";
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1 - significant);
  return formatNumber(Math.round(value / magnitude) * magnitude);
}

/** "2026-11-09" → "9 novembre 2026"; the first of the month is "1er". */
export function formatDate(iso: string): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  const text = longDate.format(date);
  return text.replace(/^1 /, `1er${NBSP}`).replace(/^(\d+) /, `$1${NBSP}`);
}

const longDate = new Intl.DateTimeFormat("fr-FR", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC"
});

/** A stock "31 décembre 2025", or a period "du 31 décembre 2015 au 31 décembre 2025". */
export function formatPeriod(from: string, to: string): string {
  return from === to ? formatDate(to) : `du ${formatDate(from)} au ${formatDate(to)}`;
}

/** "de 12 octets à 4,5 Mo". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)}${NBSP}octets`;
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3)}${NBSP}ko`;
  if (bytes < 1e9) return `${formatNumber(bytes / 1e6, {decimals: 1})}${NBSP}Mo`;
  return `${formatNumber(bytes / 1e9, {decimals: 1})}${NBSP}Go`;
}

/** How long something took: "moins d'une seconde", "12 s", "3 min 05 s", "1 h 12 min". */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return "moins d'une seconde";
  if (seconds < 60) return `${seconds}${NBSP}s`;
  const minutes = Math.floor(seconds / 60);
  const two = (count: number) => String(count).padStart(2, "0");
  if (minutes < 60) return `${minutes}${NBSP}min${NBSP}${two(seconds % 60)}${NBSP}s`;
  return `${Math.floor(minutes / 60)}${NBSP}h${NBSP}${two(minutes % 60)}${NBSP}min`;
}

/** CSV for French spreadsheets: decimal comma, no group separator, plain minus. */
export function formatCsvNumber(value: number): string {
  return String(value).replace(".", ",");
}

/** Lower-case without accents nor punctuation, for search and sorting: "L'Haÿ" → "l hay". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

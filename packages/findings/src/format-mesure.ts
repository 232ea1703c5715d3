import {formatRounded, type Unit} from "@observatoire/catalog";
import {
  countOf,
  emplois,
  etablissements,
  formatChange,
  formatHectares,
  formatIndex,
  formatPoints,
  formatShare,
  formatTenth,
  habitants,
  type Mots,
  quantity
} from "./quantity.ts";
import {roundSignificant, roundTenth} from "./rules.ts";

const rounded = {m2_emploi: "m² par emploi", eur_m2: "€ par m²"} as const;
const counted = {emplois, etablissements, habitants} as const;

/** A value in a sentence, with its unit, at most three significant figures. */
export function formatMesure(value: number, unit: Unit): string {
  if (unit === "pct") return value < 0 ? formatChange(value) : formatShare(value);
  if (unit === "pct_an") return `${formatChange(value)} par an`;
  if (unit === "points")
    return `${roundTenth(value) > 0 ? "+" : roundTenth(value) < 0 ? "\u2212" : ""}${formatPoints(value)}`;
  const mots = counted[unit as keyof typeof counted];
  if (mots) return formatCount(value, mots);
  if (unit === "nombre") return formatRounded(value);
  if (unit === "base100") return formatIndex(roundTenth(value));
  if (unit === "ha") return signed(value, formatHectares(value));
  if (unit === "pour_100") return signed(value, formatTenth(Math.abs(value)));
  if (unit === "m2_habitant") return signed(value, `${formatTenth(Math.abs(value))}\u00a0m² par habitant`);
  const per = rounded[unit as keyof typeof rounded];
  if (per) return signed(value, `${formatRounded(Math.abs(value))}\u00a0${per}`);
  return formatIndex(value);
}

const signed = (value: number, text: string) =>
  value < 0 && !/^0\b(?![,\d])/.test(text) ? `\u2212${text}` : text;

/** A count, or a difference of counts: "0 emploi", "environ 30 200 emplois", "−750 emplois". */
function formatCount(value: number, mots: Mots): string {
  const rounded = roundSignificant(value);
  if (rounded === 0 && value <= 0) return `0 ${mots.singular}`;
  return value > 0 ? quantity(value, mots) : `\u2212${countOf(rounded, mots)}`;
}

import type {Unit} from "@observatoire/catalog";
import {
  emplois,
  etablissements,
  formatChange,
  formatIndex,
  formatPoints,
  formatShare,
  habitants,
  quantity
} from "./quantity.ts";
import {roundTenth} from "./rules.ts";

/** A value in a sentence, with its unit, at most three significant figures. */
export function formatMesure(value: number, unit: Unit): string {
  if (unit === "pct") return value < 0 ? formatChange(value) : formatShare(value);
  if (unit === "pct_an") return `${formatChange(value)} par an`;
  if (unit === "points")
    return `${roundTenth(value) > 0 ? "+" : roundTenth(value) < 0 ? "\u2212" : ""}${formatPoints(value)}`;
  if (unit === "emplois") return quantity(value, emplois);
  if (unit === "etablissements") return quantity(value, etablissements);
  if (unit === "habitants") return quantity(value, habitants);
  if (unit === "base100") return formatIndex(roundTenth(value));
  return formatIndex(value);
}

import type {Statut, Territoire} from "@observatoire/catalog";
import type {Published} from "../published.ts";
import {smallest} from "./references.ts";
import {lastRow, numberOf, yearOf} from "./values.ts";

/**
 * Average annual rate of a count between two dates, in % a year, with the smaller of the two counts; without a value when
 * one of them is unknown, zero at the start, or a minimum.
 */
export function stockGrowth(
  published: Published,
  indicateur: string,
  territoire: Territoire,
  period: {from: string; to: string}
): {valeur: number | null; statut: Statut; effectif: number | null} {
  const [start, end] = [period.from, period.to].map((to) => lastRow(published, indicateur, territoire, {to}));
  const [before, after] = [numberOf(start), numberOf(end)];
  const years = yearOf(period.to) - yearOf(period.from);
  const known = before !== null && after !== null && before > 0 && years > 0;
  const partial = start?.statut === "minimum" || end?.statut === "minimum";
  if (!known || partial) return {valeur: null, statut: "non_disponible", effectif: null};
  return {
    valeur: 100 * ((after / before) ** (1 / years) - 1),
    statut: end?.statut ?? "connu",
    effectif: smallest(before, after)
  };
}

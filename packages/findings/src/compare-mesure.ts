import {formatRounded, type Unit} from "@observatoire/catalog";
import type {Periode, Reference} from "./finding.ts";
import {formatMesure} from "./format-mesure.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, than} from "./periode.ts";
import {formatHectares, formatIndex, formatPoints, formatShare} from "./quantity.ts";
import {roundSignificant, roundTenth, shareThresholds, subtractPrinted} from "./rules.ts";

/** Two levels within 5 % of one another are "proches". Choice of the project. */
export const closeRatio = 0.05;

/**
 * A level against a reference: a rate in points ("2,1 points de moins qu'en France (14,5 %)"), anything else in
 * proportion ("18 % de moins qu'en France (25 m² par habitant)", "2,3 fois le niveau observé en France (…)").
 */
export function compareMesure(valeur: number, reference: Reference & {valeur: number}, unit: Unit): string {
  const {a} = nameTerritoire(reference.territoire);
  const there = `(${formatMesure(reference.valeur, unit)})`;
  if (unit === "pct") {
    if (valeur === 0 || valeur === 100) return `contre ${formatShare(reference.valeur)} ${a}`;
    const gap = subtractPrinted(valeur, reference.valeur);
    if (Math.abs(gap) <= shareThresholds.comparable)
      return `un niveau comparable à celui observé ${a} ${there}`;
    return `${formatPoints(gap)} de ${gap > 0 ? "plus" : "moins"} ${than(a)} ${there}`;
  }
  const [own, other] = [print(valeur, unit), print(reference.valeur, unit)];
  if (own === 0 || other <= 0) return `contre ${formatMesure(reference.valeur, unit)} ${a}`;
  const ratio = own / other;
  if (Math.abs(ratio - 1) <= closeRatio) return `un niveau proche de celui observé ${a} ${there}`;
  if (ratio >= 2) return `${formatTimes(ratio)} fois le niveau observé ${a} ${there}`;
  const gap = `${formatRounded(Math.round(100 * Math.abs(ratio - 1)), 2)}\u00a0%`;
  return `${gap} de ${ratio > 1 ? "plus" : "moins"} ${than(a)} ${there}`;
}

/** As `formatMesure` prints it. */
function print(value: number, unit: Unit): number {
  const isWhole = unit === "m2_emploi" || unit === "eur_m2";
  return isWhole || Math.abs(value) >= 99.95 ? Math.round(roundSignificant(value)) : roundTenth(value);
}

const formatTimes = (ratio: number) =>
  ratio >= 10 ? formatRounded(ratio, 2) : formatIndex(roundTenth(ratio));

/** A yearly mean over an earlier window: "contre 15,2 ha par an du 1er janvier 2011 au 1er janvier 2021". */
export function compareYearly(hectares: number, periode: Periode): string {
  return `contre ${formatHectares(hectares)} par an ${formatBounds(periode)}`;
}

import {joinFr} from "./agree.ts";
import {elide} from "./elide.ts";
import type {Reference} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {than} from "./periode.ts";
import {formatChange, formatPercent, formatPoints, formatShare} from "./quantity.ts";
import {rateThreshold, roundTenth, shareThresholds, subtractPrinted} from "./rules.ts";

type Known = Reference & {valeur: number};

/** A share against a reference: "2,1 points de moins qu'en France (14,5 %)", "une part comparable à celle observée en France (12,6 %)". */
export function compareShare(valeur: number, reference: Known): string {
  const {a} = nameTerritoire(reference.territoire);
  const gap = subtractPrinted(valeur, reference.valeur);
  const there = `(${formatShare(reference.valeur)})`;
  if (Math.abs(gap) <= shareThresholds.comparable)
    return `une part comparable à celle observée ${a} ${there}`;
  const more = gap > 0 ? "plus" : "moins";
  return Math.abs(gap) <= shareThresholds.slight
    ? `légèrement ${more} ${than(a)} ${there}`
    : `${formatPoints(gap)} de ${more} ${than(a)} ${there}`;
}

/** The same, but after "aucun" or "tous" a difference of points says nothing: the other share is enough. */
export function compareShareOrExtreme(valeur: number, reference: Known): string {
  if (valeur !== 0 && valeur !== 100) return compareShare(valeur, reference);
  return `contre ${formatShare(reference.valeur)} ${nameTerritoire(reference.territoire).a}`;
}

/** "la même part est de 11,8 % en Île-de-France et de 17,5 % en Seine-et-Marne"; null when there is nothing to add. */
export function tellSame(
  le: string,
  references: readonly Known[],
  print: (valeur: number) => string
): string | null {
  if (references.length === 0) return null;
  const told = references.map(
    ({territoire, valeur}) => `${elide("de", print(valeur))} ${nameTerritoire(territoire).a}`
  );
  return `${le} est ${joinFr(told)}`;
}

/** True when an average annual rate prints as "stable". */
export function isStable(annualRate: number): boolean {
  return Math.abs(roundTenth(annualRate)) <= rateThreshold;
}

/** An average annual rate against a reference: "plus vite qu'en France (+0,8 % par an)". */
export function compareRate(rate: number, reference: Known): string {
  const {a} = nameTerritoire(reference.territoire);
  const gap = subtractPrinted(rate, reference.valeur);
  const there = `${formatChange(reference.valeur)} par an`;
  if (Math.abs(gap) <= rateThreshold) return `un rythme proche de celui observé ${a} (${there})`;
  const bothUp = !isStable(rate) && !isStable(reference.valeur) && rate > 0 && reference.valeur > 0;
  const bothDown = !isStable(rate) && !isStable(reference.valeur) && rate < 0 && reference.valeur < 0;
  if (bothUp) return `${gap > 0 ? "plus" : "moins"} vite ${than(a)} (${there})`;
  if (bothDown) return `un recul plus ${gap < 0 ? "rapide" : "lent"} ${than(a)} (${there})`;
  return `contre ${there} ${a}`;
}

/** A change over several years, cumulative, in per cent. */
export interface Change {
  sense: "hausse" | "baisse" | "stable";
  valeur: number;
}

/** Sense of a cumulative change: "stable" when its annual rate is within ± 0.1 %. */
export function readChange(valeur: number, years: number): Change {
  const annual = valeur <= -100 ? -100 : 100 * ((1 + valeur / 100) ** (1 / Math.max(years, 1 / 365)) - 1);
  if (isStable(annual) || roundTenth(valeur) === 0) return {sense: "stable", valeur};
  return {sense: valeur > 0 ? "hausse" : "baisse", valeur};
}

/** "a gagné 4,2 %", "a perdu 3,1 %", "a peu varié (+0,3 %)", "est resté stable (0 %)", "a été multiplié par 3,4". */
export function tellChange({sense, valeur}: Change): string {
  if (sense === "stable") {
    return `${roundTenth(valeur) === 0 ? "est resté stable" : "a peu varié"} (${formatChange(valeur)})`;
  }
  if (valeur >= 200) return `a été multiplié par ${formatPercent(1 + valeur / 100).replace(/\u00a0%$/, "")}`;
  return `${sense === "hausse" ? "a gagné" : "a perdu"} ${formatPercent(valeur)}`;
}

/** The change elsewhere, after ours: "contre 12,1 % en France", "contre une baisse de 3,1 % en France", "autant qu'en France". */
export function tellOtherChange(own: Change, other: Change, place: string): string {
  const printed = formatChange(other.valeur);
  if (own.sense === other.sense && formatChange(own.valeur) === printed) return `autant ${than(place)}`;
  if (own.sense === "stable" && other.sense === "stable") return `comme ${place} (${printed})`;
  if (other.sense === "stable") return `contre une quasi-stabilité ${place} (${printed})`;
  if (other.valeur >= 200) return `contre une hausse de ${formatPercent(other.valeur)} ${place}`;
  if (own.sense === other.sense && own.valeur < 200) return `contre ${formatPercent(other.valeur)} ${place}`;
  return `contre une ${other.sense} de ${formatPercent(other.valeur)} ${place}`;
}

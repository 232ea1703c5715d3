import {hasValue, type Statut, type Territoire} from "@observatoire/catalog";
import type {Mesure, Reference, Sujet} from "./finding.ts";

/** Below these a value is printed and never commented: "effectif trop faible pour conclure". Choices of the project. */
export const minimumForComment = {emplois: 50, etablissements: 5, habitants: 100} as const;

/** Below one hectare a surface is printed, without a yearly mean nor a projection that its rounding would contradict. */
export const minimumHectares = 1;

/** Two percentages within half a point are "comparables"; up to one point, "légèrement" apart. */
export const shareThresholds = {comparable: 0.5, slight: 1} as const;

/** An average annual rate within ± 0.1 % is "stable"; two rates within 0.1 point are "proches". */
export const rateThreshold = 0.1;

/** A sector is "spécifique" from 1.2 times its weight in the reference. */
export const specificityThreshold = 1.2;

/** The words that replace a comment on a small number. */
export const tooSmall = "effectif trop faible pour conclure";

/** Nearest tenth, halves away from zero as the formats do; never −0. */
export function roundTenth(value: number): number {
  const tenths = Math.round(Math.abs(value) * 10) / 10;
  return value < 0 && tenths !== 0 ? -tenths : tenths;
}

/** Difference of two printed tenths: what a reader finds who subtracts the numbers of the sentence. */
export function subtractPrinted(a: number, b: number): number {
  return roundTenth(roundTenth(a) - roundTenth(b));
}

/** At most three significant figures, halves away from zero; `down` never exceeds the value ("au moins"). */
export function roundSignificant(value: number, {down = false}: {down?: boolean} = {}): number {
  if (value === 0) return 0;
  const size = Math.abs(value);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(size)) - 2);
  const rounded = (down ? Math.floor(size / unit) : Math.round(size / unit)) * unit;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** What a measure lets a sentence say. `range` bounds what is possible (a count is not negative): outside, the value is missing; so is a minimum of zero, which says nothing. */
export type Reading = {value: number; minimum: boolean; statut: Statut} | {value: null; statut: Statut};

export function readMesure(mesure: Mesure, [low, high]: readonly [number, number] = anyNumber): Reading {
  const statut = mesure.statut ?? "connu";
  const {valeur} = mesure;
  if (!hasValue(statut)) return {value: null, statut};
  if (valeur === null || !Number.isFinite(valeur) || valeur < low || valeur > high) {
    return {value: null, statut: "non_disponible"};
  }
  if (statut === "minimum" && valeur === 0) return {value: null, statut: "non_disponible"};
  return {value: valeur, minimum: statut === "minimum", statut};
}

export const anyNumber = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
export const counts = [0, Number.POSITIVE_INFINITY] as const;
export const percentages = [0, 100] as const;
/** Nothing loses more than everything. */
export const changes = [-100, Number.POSITIVE_INFINITY] as const;

/** True when a number of jobs, establishments or inhabitants is known to be too small for a comment; an indicator may ask for more than the general rule (`seuil`, in what is counted), never for fewer. */
export function isTooSmall(
  sizes: {emplois?: number | null; etablissements?: number | null; habitants?: number | null},
  seuil = 0
): boolean {
  return (["emplois", "etablissements", "habitants"] as const).some((kind) => {
    const size = sizes[kind];
    return typeof size === "number" && size < Math.max(seuil, minimumForComment[kind]);
  });
}

/** True for the same territory, or for two levels made of the same communes (a TI of one EPCI). */
export function isSamePerimeter(
  a: {territoire: Territoire; valeur?: number | null},
  b: {territoire: Territoire; valeur?: number | null}
): boolean {
  const [one, other] = [a.territoire, b.territoire];
  if (one.niveau === other.niveau) return one.code === other.code;
  return one.communes === other.communes && a.valeur === b.valeur;
}

/**
 * True when two measures may be set side by side: both known (a minimum is not), neither on a number too small, on
 * two different perimeters.
 */
export function isComparable(
  sujet: Omit<Sujet, "periode">,
  reference: Reference,
  range = anyNumber as readonly [number, number]
): boolean {
  const [a, b] = [readMesure(sujet, range), readMesure(reference, range)];
  if (a.value === null || b.value === null || a.minimum || b.minimum) return false;
  if (isTooSmall({emplois: reference.effectif ?? null})) return false;
  return !isSamePerimeter(sujet, reference);
}

/** References a sentence may use, in the order given; two levels of the same communes count once. */
export function keepComparable(
  sujet: Omit<Sujet, "periode">,
  references: readonly Reference[],
  range = anyNumber as readonly [number, number]
): (Reference & {valeur: number})[] {
  const kept: (Reference & {valeur: number})[] = [];
  for (const reference of references) {
    if (!isComparable(sujet, reference, range)) continue;
    if (kept.some((other) => isSamePerimeter(other, reference))) continue;
    kept.push({...reference, valeur: reference.valeur ?? 0});
  }
  return kept;
}

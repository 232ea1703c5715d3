import type {Statut, Territoire} from "@observatoire/catalog";
import {capitalize} from "./elide.ts";
import {typography} from "./typography.ts";

/** ISO bounds; a stock has `from === to`. */
export interface Periode {
  from: string;
  to: string;
}

/** A value as `mart.indicateur` holds it. Null, not finite or impossible values are said to be missing. */
export interface Mesure {
  valeur: number | null;
  /** Default: "connu". */
  statut?: Statut;
}

/** The same measure elsewhere, at the same date. */
export interface Reference extends Mesure {
  territoire: Territoire;
  /** Jobs the value rests on, for the small-number rule; unknown: the rule is not applied. */
  effectif?: number | null;
}

/** What a finding says of one territory. */
export interface Sujet extends Mesure {
  territoire: Territoire;
  periode: Periode;
  /** Jobs below which the indicator is not commented (`minimumForComment`), when more than the general rule. */
  seuil?: number;
}

/** Sentences for a `FigureSpec`. */
export interface Finding {
  /** The finding, without final stop. */
  title: string;
  /** One value read aloud, with its exact period; full sentences. */
  reading: string;
  /** Text alternative of the chart; full sentences. */
  alt: string;
  /** Short line under a key figure, without final stop; null when there is nothing comparable. */
  comparison: string | null;
}

/** Finishes the sentences of a finding: capitals, spaces, final stops. */
export function makeFinding(parts: {
  title: string;
  reading: readonly (string | null)[];
  alt?: string;
  comparison?: string | null;
}): Finding {
  const title = capitalize(typography(parts.title)).replace(/\.$/, "");
  return {
    title,
    reading: sentences(parts.reading),
    alt: sentences([parts.alt ?? parts.title]),
    comparison: parts.comparison ? typography(parts.comparison).replace(/\.$/, "") : null
  };
}

/** Joins sentences, each with its capital and its stop; nulls are skipped. */
export function sentences(parts: readonly (string | null)[]): string {
  return parts
    .filter((part): part is string => part !== null && part.trim() !== "")
    .map((part) => capitalize(typography(part)).replace(/\.?$/, "."))
    .join(" ");
}

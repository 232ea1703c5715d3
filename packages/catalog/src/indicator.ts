import type {Statut} from "./statut.ts";
import type {Niveau} from "./territory.ts";
import type {Unit} from "./unit.ts";

export const axes = {
  contexte: "Contexte",
  innovation: "Innovation",
  transition: "Transition écologique",
  competences: "Compétences",
  foncier: "Foncier",
  programme: "Programme"
} as const;

export type Axe = keyof typeof axes;

/**
 * How territories are made from the rows of the indicator's SQL.
 * `sum` and `ratio-of-sums`: the SQL gives one row per (code_commune, period, modalité) and the builder sums the
 * numerators and the denominators over `core.appartenance`. `not-additive`: the SQL gives the value of each
 * (niveau, code_territoire) itself, and nothing is ever summed.
 */
export type Aggregation = "sum" | "ratio-of-sums" | "not-additive";

/** What the values of an indicator must be, beyond what its unit and its aggregation say: each is checked at every run. */
export interface ValuePromises {
  /** Smallest and largest possible value, null when there is none. Default: that of the unit (0 to 100 for `pct`). */
  range?: readonly [min: number | null, max: number | null];
  /** Things counted one by one: whole numbers, neither estimated nor shared out between communes. */
  whole?: true;
  /** A value each year from the first to the last. */
  annual?: true;
}

/** Declaration of an indicator: `<id>.ts` beside `<id>.sql` and `<id>.test.ts`. Data only. */
export interface Indicator {
  id: string;
  /** Number in the indicator table of the method, when it has one. */
  number: string | null;
  /** French, for people: "Part de l'industrie dans l'emploi salarié privé". */
  title: string;
  shortTitle: string;
  unit: Unit;
  decimals: number;
  definition: string;
  /** As text: "E_ind,i / E_i". */
  formula: string;
  /** Sentence with {territoire}, {valeur}, {periode}, {modalite}, {reference}. */
  reading: string;
  axis: Axe;
  direction: "plus-haut-mieux" | "plus-bas-mieux" | "neutre";
  /** Finest level at which it exists; the builder refuses to bring it further down. */
  grain: Niveau;
  aggregation: Aggregation;
  /** Nomenclature of `dimension`, e.g. "NAF rév. 2, A38"; null when the indicator has no modality. */
  nomenclature: string | null;
  /** Territory compared with, when the formula needs one: "france", "departement", "region". */
  reference: Niveau | null;
  /** Ids of sources; a test checks that they exist and are the ones its SQL depends on. */
  sources: readonly string[];
  limits: readonly string[];
  /** Below this denominator (jobs, people…) a ratio is computed but no finding comments on it. 0 = no rule. */
  minimumForComment: number;
  /** "tel-que-publie": the producer publishes at that grain; "gate": cells made by us go through the disclosure gate. */
  disclosure: "tel-que-publie" | "gate";
  promises?: ValuePromises;
}

export function defineIndicator<const T extends Indicator>(indicator: T): T {
  return indicator;
}

/** One row of `mart.indicateur`: what is shown. Dates are ISO; a stock has `periode_debut = periode_fin`. */
export interface IndicatorRow {
  indicateur: string;
  niveau: Niveau;
  code_territoire: string;
  periode_debut: string;
  periode_fin: string;
  /** "total", "grand_secteur", "a17", "a38"… */
  dimension: string;
  /** Code in the dimension; "_T" for the total. */
  modalite: string;
  nomenclature: string | null;
  /** Territory of reference, as `niveau:code`, or null. */
  reference: string | null;
  valeur: number | null;
  valeur_min: number | null;
  valeur_max: number | null;
  numerateur: number | null;
  denominateur: number | null;
  statut: Statut;
  /** Why the value is missing or partial, in French; null when `connu`. */
  motif: string | null;
}

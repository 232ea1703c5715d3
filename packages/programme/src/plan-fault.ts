import type {TablePlan} from "./plan.ts";

/** Kinds of bad input; each has its own sentence and its own test. */
export type PlanFaultKind =
  | "dossier-absent"
  | "fichier-absent"
  | "fichier-inattendu"
  | "fichier-vide"
  | "classeur"
  | "feuille-absente"
  | "feuille-inconnue"
  | "encodage"
  | "separateur"
  | "colonne-absente"
  | "colonne-inconnue"
  | "colonne-double"
  | "champs-de-trop"
  | "champs-manquants"
  | "guillemet"
  | "obligatoire"
  | "date"
  | "date-excel"
  | "date-impossible"
  | "dates-inversees"
  | "liste-fermee"
  | "montant"
  | "montant-negatif"
  | "nombre-entier"
  | "annee"
  | "booleen"
  | "siret"
  | "siret-excel"
  | "siren"
  | "formule"
  | "erreur-excel"
  | "trop-long"
  | "id-double"
  | "cle-double"
  | "reference"
  | "parent"
  | "epci"
  | "indicateur"
  | "identifiant"
  | "visibilite"
  | "cible";

/** One thing to correct in the plan: where, what was read, what is allowed. */
export interface PlanFault {
  kind: PlanFaultKind;
  /** "actions.csv", or "plan.xlsx, feuille Actions". */
  file: string;
  table: TablePlan | null;
  /** Line of the file as a spreadsheet numbers it (the header is line 1); null: the whole file. */
  line: number | null;
  column: string | null;
  /** Text as read; null when nothing was. */
  read: string | null;
  /** French: « une date comme 31/12/2026 ». */
  expected: string;
  /** The whole French sentence: file, line, column, expected, read, what to do. */
  sentence: string;
}

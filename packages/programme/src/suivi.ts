import type {Statut} from "@observatoire/catalog";
import type {AxeProgramme, Plan, Visibilite} from "./plan.ts";

/** What the rules say of one action, on one day (calendar day in Europe/Paris). */
export interface SuiviAction {
  action_id: string;
  /** A root: counted; a sous-action is not. */
  racine: boolean;
  /** Share of its steps done, 0–100, one decimal; null without steps. */
  avancement_etapes: number | null;
  etapes: number;
  etapes_realisees: number;
  /** Computed: planned end passed, and neither Réalisé nor Abandonné. The last day is on time. */
  en_retard: boolean;
  /** Calendar days past the planned end; null when on time. */
  jours_de_retard: number | null;
  /** The status declared by the plan is « En retard ». */
  retard_declare: boolean;
  /** Steps due and not done. */
  etapes_en_retard: number;
  /** Declared « Bloqué », or a blocking cause is written. */
  bloquee: boolean;
  /** Fields of the fiche that are empty, in the order of the method. */
  manques: ChampCompletude[];
  /** Euros HT of its budget lines; null: no line gives that amount (which is not zero). */
  previsionnel: number | null;
  engage: number | null;
  paye: number | null;
}

export const champsCompletude = [
  "titre",
  "description",
  "statut",
  "pilotes",
  "objectifs",
  "indicateurs",
  "budgets",
  "suivi_recent"
] as const;
export type ChampCompletude = (typeof champsCompletude)[number];

/** Share of the actions whose field is filled; under 80 % an alert gives the number missing. */
export interface Completude {
  champ: ChampCompletude;
  remplies: number;
  /** Actions concerned: for `suivi_recent`, those created a year ago or more. */
  actions: number;
  /** round(100 × remplies / actions); null without any action concerned. */
  pourcentage: number | null;
  alerte: boolean;
}

/** Progress of a set of actions in its two forms, both said with their definition. */
export interface Avancement {
  /** Root actions. */
  actions: number;
  realisees: number;
  en_retard: number;
  bloquees: number;
  /** 100 × roots « Réalisé » / roots, one decimal; 0 without action (form of Territoires en Transitions). */
  par_actions: number;
  /** 100 × steps done / steps of the roots and sous-actions not abandoned, one decimal; null without step. */
  par_etapes: number | null;
  etapes: number;
  etapes_realisees: number;
}

/** A sum of amounts and how many actions it comes from: an amount alone would hide how many have none. */
export interface Montant {
  /** Euros HT (or ETP); null when no line gives it. */
  total: number | null;
  /** Actions whose sum is not zero. */
  actions: number;
}

/** Budget of one group, for one unit; groups: everything, an axis, a financeur, a year, a type, and axis × financeur. */
export interface LigneBudget {
  groupe: "total" | "axe" | "financeur" | "annee" | "type" | "axe_financeur";
  /** "innovation"; id of a financeur; "2025"; "investissement"; "innovation|region". "" : not named (no financeur, whole period). */
  cle: string;
  unite: "HT" | "ETP";
  previsionnel: Montant;
  engage: Montant;
  paye: Montant;
}

/** Leverage: private euros planned for one public euro, HT, over the lines whose financeur is named. */
export interface Levier {
  /** "total" or an axis. */
  cle: "total" | AxeProgramme;
  public: number;
  prive: number;
  /** prive / public; null when public is 0. */
  levier: number | null;
}

/** Applications for aid of a group. */
export interface LigneAides {
  groupe: "total" | "dispositif" | "operateur" | "axe";
  cle: string;
  dossiers: number;
  deposees: number;
  decidees: number;
  accordees: number;
  refusees: number;
  /** 100 × granted / decided, one decimal; null without decision. */
  taux_transformation: number | null;
  demande: number | null;
  accorde: number | null;
  verse: number | null;
  /** 100 × granted euros / asked euros of the decided applications that give both; null without any. */
  taux_montant: number | null;
  /** Median of calendar days from deposit to decision; null without any. */
  delai_median: number | null;
}

/** Declared jobs of a project against what the open register says of its establishment. */
export interface EmploisProjet {
  projet_id: string;
  siret: string | null;
  declares: number | null;
  /** Bounds of the workforce class of SIRENE; null when not known. */
  observes_min: number | null;
  observes_max: number | null;
  /** Year the class describes. */
  annee: string | null;
  /** `non_disponible`: unknown SIRET or no class; `secret`: may not be shown; `non_applicable`: no SIRET. */
  statut: Statut;
}

/** State of a target on the day. */
export interface SuiviObjectif {
  objectif_id: string;
  reference_valeur: number | null;
  reference_date: string | null;
  cible_valeur: number;
  cible_date: string;
  valeur: number | null;
  valeur_date: string | null;
  statut: Statut;
  /** Value of the straight line from baseline to target on `valeur_date`; null when a point is missing. */
  trajectoire: number | null;
  /** 100 × (valeur − référence) / (cible − référence), one decimal; null when a point is missing or there is no way to go. */
  chemin: number | null;
  /** Compared with the trajectory, in the direction of the target. */
  position: "atteint" | "en avance" | "dans la trajectoire" | "en deçà" | "indéterminé";
  /** Where the value comes from: "observatoire" (open data) or "programme" (followed by hand). */
  origine: "observatoire" | "programme";
  /** "mesuré", "estimé", "déclaré", "provisoire"…: how sure the value is. */
  fiabilite: string;
  /** Every value known, by date, for the figure. */
  serie: {date: string; valeur: number | null; statut: Statut}[];
}

/** Everything the rules say of a plan on one day. */
export interface Suivi {
  /** ISO calendar day in Europe/Paris. */
  date: string;
  actions: SuiviAction[];
  avancement: {cle: "total" | AxeProgramme; avancement: Avancement}[];
  completude: Completude[];
  budgets: LigneBudget[];
  leviers: Levier[];
  aides: LigneAides[];
  emplois: EmploisProjet[];
  objectifs: SuiviObjectif[];
}

/** What the rules need from the observatory; the pipeline reads it in the published files and in the warehouse. */
export interface Observations {
  /** Values of an indicator for the territory, by period end, oldest first; empty when it has none. */
  valeurs: (
    indicateur: string,
    dimension: string,
    modalite: string
  ) => {date: string; valeur: number | null; statut: Statut}[];
  /** Workforce class of an establishment that may be shown; `secret` when the law hides it; null when unknown. */
  effectif: (
    siret: string
  ) => {min: number | null; max: number | null; annee: string | null; statut: Statut} | null;
}

/** A plan as a reader of a given build sees it, with its rules computed on the rows he sees and no other. */
export interface PlanSuivi {
  visibilite: Visibilite;
  plan: Plan;
  suivi: Suivi;
  /** Fictional example shipped with the project. */
  fictif: boolean;
  /** ISO date of the last change of a file of the plan. */
  date: string;
  /** Hash of the files of the plan, whatever the build. */
  sha256: string;
  /** French sentence when the files on disk could not be read and these are the last good ones; else null. */
  panne: string | null;
}

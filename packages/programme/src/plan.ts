import type {Axe} from "@observatoire/catalog";

/** Axes that an action may belong to: those of the programme, without the two the site adds for its indicators. */
export const axesProgramme = ["innovation", "transition", "competences", "foncier"] as const satisfies Axe[];
export type AxeProgramme = (typeof axesProgramme)[number];

/** Statuses of Territoires en Transitions, exact strings: no accent on the last one. */
export const statutsAction = [
  "À venir",
  "En cours",
  "Réalisé",
  "En pause",
  "Abandonné",
  "Bloqué",
  "En retard",
  "A discuter"
] as const;
export type StatutAction = (typeof statutsAction)[number];

export const priorites = ["Élevé", "Moyen", "Bas"] as const;
export type Priorite = (typeof priorites)[number];

export const typesBudget = ["investissement", "fonctionnement"] as const;
export type TypeBudget = (typeof typesBudget)[number];

/** HT: euros without tax. ETP: full-time equivalents. Never summed together. */
export const unitesBudget = ["HT", "ETP"] as const;
export type UniteBudget = (typeof unitesBudget)[number];

export const statutsAide = ["en préparation", "déposée", "accordée", "refusée", "retirée", "versée"] as const;
export type StatutAide = (typeof statutsAide)[number];

export const avisTi = ["favorable", "favorable avec réserves", "défavorable", "sans avis"] as const;
export type AvisTi = (typeof avisTi)[number];

export const stades = ["idée", "étude", "montage", "travaux", "réalisé", "abandonné"] as const;
export type Stade = (typeof stades)[number];

export const typesInstance = ["COPIL", "comité technique", "groupe de travail", "atelier"] as const;
export type TypeInstance = (typeof typesInstance)[number];

export const typesPartenaire = [
  "collectivité",
  "État",
  "opérateur",
  "entreprise",
  "formation",
  "association",
  "autre"
] as const;
export type TypePartenaire = (typeof typesPartenaire)[number];

export const sensObjectif = ["hausse", "baisse", "stabilité"] as const;
export type SensObjectif = (typeof sensObjectif)[number];

/** Who may read a row. A row below another (a step, a budget line) is never more public than the one above. */
export const visibilites = ["public", "comite"] as const;
export type Visibilite = (typeof visibilites)[number];

/** `actions.csv`: one fiche-action of the plan; names of Territoires en Transitions, in snake case. */
export interface Action {
  id: string;
  /** Action this one details, or null for a root: roots alone are counted. */
  parent_id: string | null;
  titre: string;
  axe: AxeProgramme;
  description: string | null;
  objectifs: string | null;
  statut: StatutAction;
  priorite: Priorite | null;
  /** ISO dates. `date_fin` is the planned end; null: not planned. */
  date_debut: string | null;
  date_fin: string | null;
  /** ISO date the fiche was written. */
  date_creation: string | null;
  amelioration_continue: boolean;
  /** Ids of partenaires. */
  pilotes: string[];
  /** Élus référents, by name. */
  referents: string[];
  structures: string[];
  partenaires: string[];
  industriel_referent: string | null;
  /** SIREN of EPCI; empty: the whole territory. */
  epci: string[];
  /** Ids of indicators of the observatory that the action is meant to move. */
  indicateurs: string[];
  /** Why it is blocked, what would unblock it, who is to act. */
  blocage_cause: string | null;
  blocage_condition: string | null;
  blocage_a_qui: string | null;
  /** Last note de suivi and its ISO date. */
  note: string | null;
  note_date: string | null;
  visibilite: Visibilite;
}

/** `etapes.csv`: one step of an action. */
export interface Etape {
  id: string;
  action_id: string;
  ordre: number;
  nom: string;
  /** ISO date it is due, or null. */
  date: string | null;
  realise: boolean;
  /** ISO date it was done, or null. */
  date_realisation: string | null;
  visibilite: Visibilite;
}

/** `budgets.csv`: one line of money of an action; one row per (action, type, unite, annee, financeur). */
export interface Budget {
  id: string;
  action_id: string;
  type: TypeBudget;
  unite: UniteBudget;
  /** Null: the whole period. */
  annee: number | null;
  previsionnel: number | null;
  engage: number | null;
  paye: number | null;
  /** Id of a financeur, or null when nobody is named yet. */
  financeur_id: string | null;
  visibilite: Visibilite;
}

/** `financeurs.csv`: who pays. */
export interface Financeur {
  id: string;
  nom: string;
  /** Public or private money: leverage compares the two. */
  nature: "public" | "privé";
  visibilite: Visibilite;
}

/** `aides.csv`: one application for aid, in euros TTC as operators give them: never subtracted from budgets, which are HT. */
export interface Aide {
  id: string;
  dispositif: string;
  operateur: string;
  action_id: string | null;
  projet_id: string | null;
  beneficiaire: string | null;
  statut: StatutAide;
  montant_demande: number | null;
  montant_accorde: number | null;
  montant_verse: number | null;
  date_depot: string | null;
  date_decision: string | null;
  avis_ti: AvisTi | null;
  date_avis: string | null;
  visibilite: Visibilite;
}

/** `projets_industriels.csv`: one project of a company; declared figures are confidential unless the row says public. */
export interface ProjetIndustriel {
  id: string;
  nom: string;
  /** 14 digits, or null as long as the establishment does not exist. */
  siret: string | null;
  axe: AxeProgramme;
  action_id: string | null;
  stade: Stade;
  /** Identifier of a site: ZAE (CNIG) or friche (Cartofriches), or null. */
  site_id: string | null;
  /** INSEE code of the commune, or null. */
  code_commune: string | null;
  /** Euros HT. */
  montant: number | null;
  emplois_declares: number | null;
  date_debut: string | null;
  visibilite: Visibilite;
}

/** `partenaires.csv`: an organisation, never a private person. */
export interface Partenaire {
  id: string;
  nom: string;
  type: TypePartenaire;
  siren: string | null;
  contact: string | null;
  visibilite: Visibilite;
}

/** `instances.csv`: one meeting. */
export interface Instance {
  id: string;
  type: TypeInstance;
  nom: string;
  date: string;
  lieu: string | null;
  ordre_du_jour: string | null;
  /** Ids of partenaires. */
  organisations_presentes: string[];
  visibilite: Visibilite;
}

/** `decisions.csv`: one decision of a meeting and its follow-up. */
export interface Decision {
  id: string;
  instance_id: string;
  texte: string;
  action_id: string | null;
  responsable: string | null;
  /** ISO date it is due, or null. */
  echeance: string | null;
  realise: boolean;
  suite: string | null;
  visibilite: Visibilite;
}

/** `objectifs.csv`: a target on an indicator of the observatory, or on one that the programme follows itself. */
export interface Objectif {
  id: string;
  axe: AxeProgramme;
  libelle: string;
  /** Id of an indicator of the observatory; null: followed by hand, with `unite` and the values below. */
  indicateur: string | null;
  /** Dimension and modality of the indicator; null: its total. */
  dimension: string | null;
  modalite: string | null;
  unite: string | null;
  sens: SensObjectif;
  /** Baseline at 9 November 2023 or the last period before; null with an indicator: read from it. */
  reference_valeur: number | null;
  reference_date: string | null;
  cible_valeur: number;
  cible_date: string;
  /** Current value when followed by hand. */
  valeur: number | null;
  valeur_date: string | null;
  /** How sure the hand-followed value is. */
  fiabilite: "mesuré" | "estimé" | "déclaré" | null;
  visibilite: Visibilite;
}

/** `commentaires.csv`: what the project manager writes under a figure or on an axis. */
export interface Commentaire {
  id: string;
  /** `figure:<id>`, `axe:<axe>` or `action:<id>`. */
  cible: string;
  texte: string;
  auteur: string | null;
  date: string;
  visibilite: Visibilite;
}

/** The whole plan, as its files say it. Dates are ISO, amounts in euros, absent is null, lists are in the order written. */
export interface Plan {
  actions: Action[];
  etapes: Etape[];
  budgets: Budget[];
  financeurs: Financeur[];
  aides: Aide[];
  projets_industriels: ProjetIndustriel[];
  partenaires: Partenaire[];
  instances: Instance[];
  decisions: Decision[];
  objectifs: Objectif[];
  commentaires: Commentaire[];
}

export type TablePlan = keyof Plan;

/** Files of the plan, in the order a person fills them. */
export const tablesPlan = [
  "partenaires",
  "financeurs",
  "actions",
  "etapes",
  "budgets",
  "aides",
  "projets_industriels",
  "instances",
  "decisions",
  "objectifs",
  "commentaires"
] as const satisfies readonly TablePlan[];

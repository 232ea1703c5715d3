import {
  avisTi,
  axesProgramme,
  priorites,
  sensObjectif,
  stades,
  statutsAction,
  statutsAide,
  type TablePlan,
  typesBudget,
  typesInstance,
  typesPartenaire,
  unitesBudget,
  visibilites
} from "./plan.ts";

/** How a cell is read. `nombre` may be negative, `montant` and `entier` may not. */
export type PlanColumnType =
  | "identifiant"
  | "texte"
  | "liste"
  | "choix"
  | "date"
  | "booleen"
  | "montant"
  | "nombre"
  | "entier"
  | "annee"
  | "siret"
  | "siren"
  | "commune"
  | "cible";

/** One column of a file of the plan: what a person may write in it. */
export interface PlanColumn {
  name: string;
  /** French label shown on pages and in the workbook. */
  label: string;
  type: PlanColumnType;
  required: boolean;
  /** Closed list of a `choix`. */
  allowed?: readonly string[];
  /** Longest text, in characters. */
  max?: number;
  /** Table whose ids the cell names, or a reference held by the observatory. */
  reference?: TablePlan | "epci" | "indicateur";
  /** One French line of help. */
  help: string;
}

const column = (
  name: string,
  label: string,
  type: PlanColumnType,
  help: string,
  more: Partial<PlanColumn> = {}
): PlanColumn => ({
  name,
  label,
  type,
  required: false,
  help,
  ...(type === "texte" ? {max: 300} : {}),
  ...more
});

const must = {required: true};
const id = column(
  "id",
  "Identifiant",
  "identifiant",
  "Lettres, chiffres et tirets, 30 au plus ; unique.",
  must
);
const axe = column("axe", "Axe", "choix", "Axe du programme.", {...must, allowed: axesProgramme});
const visibilite = column("visibilite", "Visibilité", "choix", "public : tous ; comite : le comité seul.", {
  ...must,
  allowed: visibilites
});
const action = (more: Partial<PlanColumn> = {}): PlanColumn =>
  column("action_id", "Action", "identifiant", "Identifiant d'une action.", {reference: "actions", ...more});

/** Columns of each file, in the order they are written. */
export const planColumns: Record<TablePlan, readonly PlanColumn[]> = {
  partenaires: [
    id,
    column("nom", "Nom", "texte", "Nom de l'organisation, jamais d'un particulier.", must),
    column("type", "Type", "choix", "Nature de l'organisation.", {...must, allowed: typesPartenaire}),
    column("siren", "SIREN", "siren", "9 chiffres, cellule au format Texte."),
    column("contact", "Contact", "texte", "Service ou fonction à joindre."),
    visibilite
  ],
  financeurs: [
    id,
    column("nom", "Nom", "texte", "Nom du financeur.", must),
    column("nature", "Nature", "choix", "Argent public ou privé.", {...must, allowed: ["public", "privé"]}),
    visibilite
  ],
  actions: [
    id,
    column(
      "parent_id",
      "Action détaillée",
      "identifiant",
      "Vide pour une action ; sinon l'action détaillée.",
      {
        reference: "actions"
      }
    ),
    column("titre", "Titre", "texte", "Titre de la fiche.", must),
    axe,
    column("description", "Description", "texte", "Ce que l'on fait.", {max: 20_000}),
    column("objectifs", "Objectifs", "texte", "Ce que l'on vise.", {max: 10_000}),
    column("statut", "Statut", "choix", "Statut de Territoires en Transitions.", {
      ...must,
      allowed: statutsAction
    }),
    column("priorite", "Priorité", "choix", "Élevé, Moyen ou Bas.", {allowed: priorites}),
    column("date_debut", "Début", "date", "Début prévu."),
    column("date_fin", "Fin prévue", "date", "Fin prévue ; ce jour est encore dans les temps."),
    column("date_creation", "Fiche créée le", "date", "Date de rédaction de la fiche."),
    column("amelioration_continue", "Se répète chaque année", "booleen", "oui ou non.", must),
    column("pilotes", "Pilotes", "liste", "Identifiants de partenaires.", {reference: "partenaires"}),
    column("referents", "Élus référents", "liste", "Noms séparés par |."),
    column("structures", "Structures pilotes", "liste", "Noms séparés par |."),
    column("partenaires", "Partenaires", "liste", "Identifiants de partenaires.", {reference: "partenaires"}),
    column("industriel_referent", "Industriel référent", "texte", "Nom de l'organisation."),
    column("epci", "EPCI", "liste", "SIREN des EPCI ; vide : tout le territoire.", {reference: "epci"}),
    column("indicateurs", "Indicateurs", "liste", "Identifiants d'indicateurs.", {reference: "indicateur"}),
    column("blocage_cause", "Cause du blocage", "texte", "Ce qui bloque.", {max: 2_000}),
    column("blocage_condition", "Condition de déblocage", "texte", "Ce qui débloquerait.", {max: 2_000}),
    column("blocage_a_qui", "À qui d'agir", "texte", "Qui doit agir."),
    column("note", "Dernière note de suivi", "texte", "Où en est l'action.", {max: 10_000}),
    column("note_date", "Date de la note", "date", "Date de la note."),
    visibilite
  ],
  etapes: [
    id,
    action(must),
    column("ordre", "Ordre", "entier", "Rang de l'étape dans l'action.", must),
    column("nom", "Étape", "texte", "Ce qui est à faire.", must),
    column("date", "Échéance", "date", "Date prévue."),
    column("realise", "Réalisée", "booleen", "oui ou non.", must),
    column("date_realisation", "Réalisée le", "date", "Date de réalisation."),
    visibilite
  ],
  budgets: [
    id,
    action(must),
    column("type", "Type", "choix", "Investissement ou fonctionnement.", {...must, allowed: typesBudget}),
    column("unite", "Unité", "choix", "HT : euros hors taxes ; ETP : temps plein.", {
      ...must,
      allowed: unitesBudget
    }),
    column("annee", "Année", "annee", "Vide : toute la période."),
    column("previsionnel", "Prévisionnel", "montant", "Montant prévu."),
    column("engage", "Engagé", "montant", "Montant engagé."),
    column("paye", "Payé", "montant", "Montant payé."),
    column("financeur_id", "Financeur", "identifiant", "Identifiant d'un financeur.", {
      reference: "financeurs"
    }),
    visibilite
  ],
  aides: [
    id,
    column("dispositif", "Dispositif", "texte", "Nom de l'aide.", must),
    column("operateur", "Opérateur", "texte", "Qui instruit.", must),
    action(),
    column("projet_id", "Projet", "identifiant", "Identifiant d'un projet.", {
      reference: "projets_industriels"
    }),
    column("beneficiaire", "Bénéficiaire", "texte", "Qui reçoit l'aide."),
    column("statut", "Statut", "choix", "État du dossier.", {...must, allowed: statutsAide}),
    column("montant_demande", "Demandé", "montant", "Euros TTC."),
    column("montant_accorde", "Accordé", "montant", "Euros TTC."),
    column("montant_verse", "Versé", "montant", "Euros TTC."),
    column("date_depot", "Dépôt", "date", "Date de dépôt."),
    column("date_decision", "Décision", "date", "Date de décision."),
    column("avis_ti", "Avis Territoires d'industrie", "choix", "Avis rendu.", {allowed: avisTi}),
    column("date_avis", "Date de l'avis", "date", "Date de l'avis."),
    visibilite
  ],
  projets_industriels: [
    id,
    column("nom", "Nom", "texte", "Nom du projet.", must),
    column("siret", "SIRET", "siret", "14 chiffres, cellule au format Texte."),
    axe,
    action(),
    column("stade", "Stade", "choix", "Où en est le projet.", {...must, allowed: stades}),
    column("site_id", "Site", "texte", "Identifiant d'une zone d'activité ou d'une friche."),
    column("code_commune", "Commune", "commune", "Code INSEE de la commune."),
    column("montant", "Montant", "montant", "Euros HT."),
    column("emplois_declares", "Emplois déclarés", "entier", "Emplois annoncés par l'entreprise."),
    column("date_debut", "Début", "date", "Début du projet."),
    visibilite
  ],
  instances: [
    id,
    column("type", "Type", "choix", "Nature de la réunion.", {...must, allowed: typesInstance}),
    column("nom", "Nom", "texte", "Nom de la réunion.", must),
    column("date", "Date", "date", "Jour de la réunion.", must),
    column("lieu", "Lieu", "texte", "Lieu."),
    column("ordre_du_jour", "Ordre du jour", "texte", "Points examinés.", {max: 10_000}),
    column("organisations_presentes", "Organisations présentes", "liste", "Identifiants de partenaires.", {
      reference: "partenaires"
    }),
    visibilite
  ],
  decisions: [
    id,
    column("instance_id", "Réunion", "identifiant", "Identifiant d'une réunion.", {
      ...must,
      reference: "instances"
    }),
    column("texte", "Décision", "texte", "Ce qui est décidé.", {...must, max: 2_000}),
    action(),
    column("responsable", "Responsable", "texte", "Organisation qui s'en charge."),
    column("echeance", "Échéance", "date", "Date prévue."),
    column("realise", "Réalisée", "booleen", "oui ou non.", must),
    column("suite", "Suite donnée", "texte", "Ce qui a été fait.", {max: 2_000}),
    visibilite
  ],
  objectifs: [
    id,
    axe,
    column("libelle", "Objectif", "texte", "Ce qui est visé.", must),
    column("indicateur", "Indicateur", "identifiant", "Vide : suivi à la main.", {reference: "indicateur"}),
    column("dimension", "Dimension", "texte", "Dimension de l'indicateur ; vide : total."),
    column("modalite", "Modalité", "texte", "Modalité de la dimension ; vide : total."),
    column("unite", "Unité", "texte", "Unité d'un objectif suivi à la main."),
    column("sens", "Sens", "choix", "Sens recherché.", {...must, allowed: sensObjectif}),
    column("reference_valeur", "Référence", "nombre", "Valeur de départ."),
    column("reference_date", "Date de référence", "date", "Date de la valeur de départ."),
    column("cible_valeur", "Cible", "nombre", "Valeur visée.", must),
    column("cible_date", "Date de la cible", "date", "Date visée.", must),
    column("valeur", "Valeur", "nombre", "Dernière valeur relevée à la main."),
    column("valeur_date", "Date de la valeur", "date", "Date du relevé."),
    column("fiabilite", "Fiabilité", "choix", "Fiabilité du relevé.", {
      allowed: ["mesuré", "estimé", "déclaré"]
    }),
    visibilite
  ],
  commentaires: [
    id,
    column("cible", "Cible", "cible", "figure:<identifiant>, axe:<axe> ou action:<identifiant>.", must),
    column("texte", "Texte", "texte", "Commentaire.", {...must, max: 5_000}),
    column("auteur", "Auteur", "texte", "Fonction ou organisation."),
    column("date", "Date", "date", "Date du commentaire.", must),
    visibilite
  ]
};

import type {ImportColumn} from "./import-columns.ts";

export type TetField =
  | "id"
  | "parent"
  | "titre"
  | "axe"
  | "description"
  | "objectifs"
  | "statut"
  | "priorite"
  | "date_debut"
  | "date_fin"
  | "date_creation"
  | "amelioration_continue"
  | "pilotes"
  | "referents"
  | "structures"
  | "partenaires"
  | "note"
  | "note_date"
  | "etapes"
  | "fonctionnement"
  | "investissement"
  | "restreint"
  | "indicateurs"
  | "montants"
  | "autres";

/**
 * Columns of an export of a plan of Territoires en Transitions. First of each list: the label that its public source code writes
 * (incubateur-ademe/territoires-en-transitions, apps/backend/src/plans/fiches/export/sections.ts, commit 05076105: a sheet with a
 * row of sections, then this row of labels, then one row a fiche or an axis; columns wholly empty are not written, and there is no
 * identifier). Then labels of earlier versions, of its import template, and names of its data model. No real export has been read:
 * one that differs corrects this table, and this table alone.
 */
export const tetColumns: readonly ImportColumn<TetField>[] = [
  {field: "id", names: ["Id", "Identifiant", "N°", "Numéro", "Identifiant de la fiche"]},
  {field: "parent", names: ["Fiche parente", "Parent", "parentId", "parent_id"]},
  {
    field: "titre",
    names: ["Titre de la fiche action", "Titre", "Titre de la fiche", "Titre de l'action", "Intitulé"],
    required: true
  },
  // « Axe (x) », « Sous-axe (x.x) », « Sous-sous-axe (x.x.x) », « x.x.x.x ».
  {field: "axe", names: ["Axe", "Axes"], pattern: /^((sous )*axe( x)+|x( x)+)$/, several: "join"},
  {field: "description", names: ["Descriptif", "Description"]},
  {field: "objectifs", names: ["Objectifs", "Objectif"]},
  {field: "statut", names: ["Statut"], required: true},
  {field: "priorite", names: ["Niveau de priorité", "Priorité"]},
  {field: "date_debut", names: ["Date de début", "dateDebut", "date_debut"]},
  {field: "date_fin", names: ["Date de fin", "Date de fin prévisionnelle", "dateFin", "date_fin"]},
  {field: "date_creation", names: ["Date de création", "createdAt"]},
  {
    field: "amelioration_continue",
    names: [
      "L'action se répète tous les ans",
      "Action en amélioration continue",
      "Amélioration continue",
      "ameliorationContinue"
    ]
  },
  {field: "pilotes", names: ["Personne pilote", "Personnes pilotes", "Pilotes", "Pilote"]},
  {field: "referents", names: ["Élu·e référent·e", "Élus référents", "Élu référent", "Référents"]},
  {field: "structures", names: ["Structure pilote", "Structures pilotes", "Structures"]},
  {field: "partenaires", names: ["Partenaires", "Partenaire"]},
  // One column a year under « Notes de suivi et points de vigilance »: the last year filled is read.
  {field: "note", names: ["Notes de suivi", "Note de suivi", "Notes"], pattern: /^20\d\d$/, several: "last"},
  {field: "note_date", names: ["Date de la note", "dateNote"]},
  {field: "etapes", names: ["Nom et statut de l'étape", "Étapes", "Etapes de la fiche action"]},
  {field: "fonctionnement", names: ["Budgets de fonctionnement"]},
  {field: "investissement", names: ["Budgets d'investissement"]},
  {field: "restreint", names: ["Confidentialité de la fiche", "Restreint", "Confidentiel"]},
  {
    field: "indicateurs",
    names: ["Indicateurs liés", "Indicateurs", "Indicateurs associés"],
    aside: "ses indicateurs ne portent pas les identifiants de l'observatoire"
  },
  {
    field: "montants",
    names: ["Financements", "Financeurs", "Budget", "budgetPrevisionnel"],
    pattern: /^(financeur \d+|montant (ttc|ttc ht|ht)|budget previsionnel.*)$/,
    aside: "ni le type, ni l'unité, ni l'année des montants ne sont dits ; les saisir dans Budgets ou Aides"
  },
  {
    field: "autres",
    names: [
      "Thématique principale",
      "Sous-thématiques",
      "Tags de suivi",
      "Moyens humains et techniques",
      "Instances de gouvernance",
      "Temps de mise en œuvre",
      "Calendrier",
      "Direction ou service pilote",
      "Service-département-pôle pilote",
      "Cibles",
      "Participation citoyenne",
      "Participation citoyenne - type",
      "Participation citoyenne - détail",
      "Résultats attendus",
      "Fiches action",
      "Actions liées",
      "Fiches des plans liées",
      "Mesures des référentiels",
      "Mesures des référentiels liées",
      "Notes complémentaires",
      "Documents et liens",
      "Créé par",
      "Date de dernière modification",
      "Modifié par"
    ],
    aside: "le plan n'a pas cette information"
  }
];

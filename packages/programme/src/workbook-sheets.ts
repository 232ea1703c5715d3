import type {TablePlan} from "./plan.ts";

/** Name of the sheet that says how to fill the others; not read back. */
export const guideSheet = "Mode d'emploi";

/** Sheet of each table in the workbook of the plan. */
export const planSheets: Record<TablePlan, string> = {
  partenaires: "Partenaires",
  financeurs: "Financeurs",
  actions: "Actions",
  etapes: "Étapes",
  budgets: "Budgets",
  aides: "Aides",
  projets_industriels: "Projets industriels",
  instances: "Réunions",
  decisions: "Décisions",
  objectifs: "Objectifs",
  commentaires: "Commentaires"
};

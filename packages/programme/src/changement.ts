import {formatDate, formatNumber, formatValue} from "@observatoire/catalog";
import type {PlanColumn} from "./columns.ts";
import type {CellValue} from "./parse-cell.ts";
import type {Plan, TablePlan} from "./plan.ts";

/** What changed in a plan, and how it is said. */
export interface Changement {
  objet:
    | "action"
    | "etape"
    | "budget"
    | "aide"
    | "decision"
    | "objectif"
    | "projet"
    | "instance"
    | "partenaire"
    | "financeur"
    | "commentaire";
  id: string;
  titre: string;
  nature: "ajout" | "retrait" | "statut" | "avancement" | "date" | "montant" | "texte";
  /** Values as they are shown; null: empty, or the row is not there. */
  avant: string | null;
  apres: string | null;
  /** One whole French sentence. */
  phrase: string;
}

/** A row of any table, by column. */
export type AnyRow = Record<string, CellValue>;

/** How the rows of each table are named in a sentence. */
export const planObjects: Record<
  TablePlan,
  {objet: Changement["objet"]; feminin: boolean; titre: (row: AnyRow) => CellValue; name: string}
> = {
  actions: {objet: "action", feminin: true, titre: ({titre}) => titre ?? null, name: "L'action"},
  etapes: {objet: "etape", feminin: true, titre: ({nom}) => nom ?? null, name: "L'étape"},
  budgets: {objet: "budget", feminin: true, titre: () => null, name: "La ligne de budget"},
  aides: {objet: "aide", feminin: true, titre: ({dispositif}) => dispositif ?? null, name: "L'aide"},
  decisions: {objet: "decision", feminin: true, titre: ({texte}) => texte ?? null, name: "La décision"},
  objectifs: {objet: "objectif", feminin: false, titre: ({libelle}) => libelle ?? null, name: "L'objectif"},
  projets_industriels: {objet: "projet", feminin: false, titre: ({nom}) => nom ?? null, name: "Le projet"},
  instances: {objet: "instance", feminin: true, titre: ({nom}) => nom ?? null, name: "La réunion"},
  partenaires: {objet: "partenaire", feminin: false, titre: ({nom}) => nom ?? null, name: "Le partenaire"},
  financeurs: {objet: "financeur", feminin: false, titre: ({nom}) => nom ?? null, name: "Le financeur"},
  commentaires: {
    objet: "commentaire",
    feminin: false,
    titre: ({cible}) => cible ?? null,
    name: "Le commentaire"
  }
};

/** « L'action A-03 « Ouvrir un plateau » », « La ligne de budget B-1 de l'action A-03 ». */
export function nameRow(table: TablePlan, row: AnyRow): string {
  const {name, titre} = planObjects[table];
  const title = titre(row);
  const above = table === "etapes" || table === "budgets" ? ` de l'action ${row.action_id}` : "";
  return `${name} ${row.id}${title === null ? "" : ` « ${shorten(String(title))} »`}${above}`;
}

/** A value as a page shows it; null when empty. Ids of partners and funders become their names. */
export function showValue(value: CellValue, column: PlanColumn, row: AnyRow, plan: Plan): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((id) => nameOf(id, column, plan)).join(", ");
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (column.type === "date") return formatDate(String(value));
  if (typeof value === "string") return nameOf(value, column, plan);
  if (column.type === "montant") return formatAmount(value, row.unite === "ETP" ? "etp" : "eur");
  if (column.type === "annee") return String(value);
  return showNumber(value);
}

/** Euros, or full-time equivalents, with the decimals that are not zero. */
export const formatAmount = (value: number, unit: "eur" | "etp"): string =>
  formatValue(value, unit, {decimals: Number.isInteger(value) ? 0 : unit === "eur" ? 2 : decimalsOf(value)});

export const showNumber = (value: number): string => formatNumber(value, {decimals: decimalsOf(value)});

const decimalsOf = (value: number): number => Math.min(6, String(value).split(".")[1]?.length ?? 0);

function nameOf(id: string, {reference}: PlanColumn, plan: Plan): string {
  const rows =
    reference === "partenaires" ? plan.partenaires : reference === "financeurs" ? plan.financeurs : [];
  return rows.find((row) => row.id === id)?.nom ?? id;
}

/** A text short enough for a sentence. */
export function shorten(text: string, length = 80): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > length ? `${flat.slice(0, length).trimEnd()}…` : flat;
}

import {closestName} from "@observatoire/catalog";
import {planColumns} from "./columns.ts";
import type {PlanRow} from "./parse-table.ts";
import {type TablePlan, tablesPlan} from "./plan.ts";
import type {PlanFault, PlanFaultKind} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";

/** What the observatory knows and a plan may name; null: not checked. */
export interface PlanContext {
  folder: string;
  epcis: ReadonlySet<string> | null;
  indicateurs: ReadonlySet<string> | null;
}

/** What makes a budget line the only one of its kind. */
const budgetKey = ["action_id", "type", "unite", "annee", "financeur_id"];

/** Names of the places of a plan: CSV files, or sheets of a workbook. */
export interface PlanPlaces {
  /** "actions.csv", or "plan.xlsx, feuille Actions". */
  file: (table: TablePlan) => string;
  /** "actions.csv", or "la feuille Actions". */
  ids: (table: TablePlan) => string;
}

export type PlanRows = Record<TablePlan, PlanRow[]>;

/** Faults that no cell shows alone: doubles, references, loops, dates in the wrong order. */
export function checkRows(rows: PlanRows, places: PlanPlaces, context: PlanContext): PlanFault[] {
  const faults: PlanFault[] = [];
  const add = (
    kind: PlanFaultKind,
    table: TablePlan,
    line: number,
    column: string,
    read: string,
    expected: string,
    action: string
  ) =>
    faults.push(planFault(kind, {file: places.file(table), table, line, column}, {expected, read, action}));

  for (const table of tablesPlan) {
    const seen = new Map<string, number>();
    for (const {line, values} of rows[table]) {
      const id = values.id;
      if (typeof id !== "string") continue;
      const before = seen.get(id.toLowerCase());
      if (before !== undefined)
        add(
          "id-double",
          table,
          line,
          "id",
          id,
          `un identifiant absent de la ligne ${before}`,
          "changer l'un des deux"
        );
      else seen.set(id.toLowerCase(), line);
    }
    for (const column of planColumns[table].filter(({reference}) => reference !== undefined)) {
      const reference = column.reference!;
      const known =
        reference === "epci"
          ? context.epcis
          : reference === "indicateur"
            ? context.indicateurs
            : new Set(rows[reference].map(({values}) => String(values.id)));
      if (known === null) continue;
      for (const {line, values} of rows[table]) {
        const cell = values[column.name];
        for (const name of Array.isArray(cell) ? cell : cell === null ? [] : [String(cell)]) {
          if (known.has(name)) continue;
          if (reference === "epci")
            add(
              "epci",
              table,
              line,
              column.name,
              name,
              "le SIREN d'un EPCI du territoire",
              "vérifier le SIREN"
            );
          else if (reference === "indicateur") {
            const near = closestName([name], [...known]);
            add(
              "indicateur",
              table,
              line,
              column.name,
              name,
              "un indicateur de l'observatoire",
              near ? `écrire peut-être « ${near} »` : "vérifier l'identifiant"
            );
          } else
            add(
              "reference",
              table,
              line,
              column.name,
              name,
              `un identifiant de ${places.ids(reference)}`,
              "corriger l'identifiant ou ajouter la ligne"
            );
        }
      }
    }
  }

  const parents = new Map(rows.actions.map(({values}) => [values.id, values.parent_id]));
  for (const {line, values} of rows.actions) {
    const visited = new Set<unknown>([values.id]);
    let above = values.parent_id;
    while (typeof above === "string" && !visited.has(above)) {
      visited.add(above);
      above = parents.get(above) ?? null;
    }
    if (above !== null && above === values.id)
      add(
        "parent",
        "actions",
        line,
        "parent_id",
        String(values.parent_id),
        "une action qui ne dépend pas de celle-ci",
        "corriger ou vider la cellule"
      );
  }

  for (const [table, start, end] of [
    ["actions", "date_debut", "date_fin"],
    ["aides", "date_depot", "date_decision"],
    ["objectifs", "reference_date", "cible_date"]
  ] as const)
    for (const {line, values} of rows[table]) {
      const [from, to] = [values[start], values[end]];
      if (typeof from === "string" && typeof to === "string" && to < from)
        add(
          "dates-inversees",
          table,
          line,
          end,
          french(to),
          `une date à partir du ${french(from)}`,
          "corriger l'une des deux dates"
        );
    }

  const keys = new Map<string, number>();
  for (const {line, values, refused} of rows.budgets) {
    if (budgetKey.some((column) => refused.has(column))) continue;
    const {action_id, type, unite, annee, financeur_id} = values;
    const key = [action_id, type, unite, annee ?? "toute la période", financeur_id ?? "sans financeur"].join(
      ", "
    );
    const before = keys.get(key);
    if (before !== undefined)
      add(
        "cle-double",
        "budgets",
        line,
        "action_id",
        key,
        `une ligne différente de la ligne ${before} (action, type, unité, année, financeur)`,
        "réunir les deux lignes"
      );
    else keys.set(key, line);
  }

  const actions = new Set(rows.actions.map(({values}) => `action:${values.id}`));
  for (const {line, values} of rows.commentaires)
    if (typeof values.cible === "string" && values.cible.startsWith("action:") && !actions.has(values.cible))
      add(
        "cible",
        "commentaires",
        line,
        "cible",
        values.cible,
        "une action du plan",
        "corriger l'identifiant de l'action"
      );
  return faults;
}

const french = (iso: string): string => iso.split("-").reverse().join("/");

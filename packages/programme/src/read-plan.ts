import {checkRows, type PlanContext, type PlanPlaces, type PlanRows} from "./check-rows.ts";
import {decodeFile} from "./decode-file.ts";
import {parseTable} from "./parse-table.ts";
import {type Plan, type TablePlan, tablesPlan} from "./plan.ts";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";

export type {PlanContext} from "./check-rows.ts";

const fileOf = (table: TablePlan) => `${table}.csv`;

/**
 * Reads the files of a plan, by name. Every fault is told at once; with one, the plan holds what could be read and must not be
 * used. Only `actions.csv` is required. Touches no file.
 */
export function readPlan(
  files: ReadonlyMap<string, Uint8Array>,
  context: PlanContext
): {plan: Plan; faults: PlanFault[]} {
  const faults: PlanFault[] = [];
  const rows = emptyRows();
  if (files.size === 0) faults.push(absentFolder(context.folder));
  for (const name of files.keys()) {
    if (!tablesPlan.some((table) => fileOf(table) === name)) faults.push(unexpectedFile(name));
  }
  for (const table of tablesPlan) {
    const bytes = files.get(fileOf(table));
    if (bytes === undefined) {
      if (table === "actions" && files.size > 0) faults.push(absentActions());
      continue;
    }
    const records = decodeFile(table, fileOf(table), bytes, faults);
    if (records) rows[table] = parseTable(table, fileOf(table), records, faults);
  }
  return assemblePlan(rows, faults, {file: fileOf, ids: fileOf}, context);
}

/** The plan that rows make, with the faults that no cell shows alone after those of the cells. */
export function assemblePlan(
  rows: PlanRows,
  faults: readonly PlanFault[],
  places: PlanPlaces,
  context: PlanContext
): {plan: Plan; faults: PlanFault[]} {
  // A table that could not be read would make every reference to it false.
  const unread = faults.some(
    ({line, kind}) =>
      kind !== "fichier-inattendu" &&
      kind !== "feuille-inconnue" &&
      (line === null || kind.startsWith("colonne"))
  );
  const plan = Object.fromEntries(
    tablesPlan.map((table) => [table, rows[table].map(({values}) => values)])
  ) as unknown as Plan;
  return {plan, faults: unread ? [...faults] : [...faults, ...checkRows(rows, places, context)]};
}

/** Tables without row, to be filled. */
export const emptyRows = (): PlanRows =>
  Object.fromEntries(tablesPlan.map((table) => [table, []])) as unknown as PlanRows;

function absentFolder(folder: string): PlanFault {
  return planFault(
    "dossier-absent",
    {file: folder},
    {
      expected: "les fichiers CSV du plan d'actions",
      read: null,
      action: "corriger « programme » dans territoire.yaml, ou lancer « npx observatoire programme init »"
    }
  );
}

function unexpectedFile(name: string): PlanFault {
  return planFault(
    "fichier-inattendu",
    {file: name},
    {
      expected: `un fichier parmi ${tablesPlan.map(fileOf).join(", ")}`,
      read: name,
      action: "le renommer, ou l'ôter du dossier"
    }
  );
}

function absentActions(): PlanFault {
  return planFault(
    "fichier-absent",
    {file: fileOf("actions"), table: "actions"},
    {expected: "la liste des actions", read: null, action: "déposer ce fichier dans le dossier du plan"}
  );
}

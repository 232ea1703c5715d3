import {closestName, fold} from "@observatoire/catalog";
import type {PlanContext} from "./check-rows.ts";
import {parseTable} from "./parse-table.ts";
import {type Plan, type TablePlan, tablesPlan} from "./plan.ts";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";
import {assemblePlan, emptyRows} from "./read-plan.ts";
import {type GridRefusal, type GridSheet, readGrid} from "./workbook-grid.ts";
import {guideSheet, planSheets} from "./workbook-sheets.ts";

/**
 * Reads the workbook of a plan with the rules of its CSV files, and tells every fault at once by sheet, line and column; with
 * one, the plan must not be used. Every sheet of a table must be there, even empty.
 */
export async function readPlanWorkbook(
  bytes: Uint8Array,
  context: PlanContext & {file: string}
): Promise<{plan: Plan; faults: PlanFault[]}> {
  const {file} = context;
  const places = {
    file: (table: TablePlan) => `${file}, feuille ${planSheets[table]}`,
    ids: (table: TablePlan) => `la feuille ${planSheets[table]}`
  };
  const rows = emptyRows();
  const grid = await readGrid(bytes);
  if (typeof grid === "string")
    return assemblePlan(rows, [refusedWorkbook(file, grid, "classeur du plan (plan.xlsx)")], places, context);

  const faults: PlanFault[] = [];
  const sheets = new Map<TablePlan, GridSheet>();
  const missing = () => tablesPlan.filter((table) => !sheets.has(table));
  const unknown: GridSheet[] = [];
  for (const sheet of grid) {
    const table = tablesPlan.find((name) => isNamed(sheet.name, planSheets[name], name));
    if (table && !sheets.has(table)) sheets.set(table, sheet);
    else if (!isNamed(sheet.name, guideSheet)) unknown.push(sheet);
  }
  for (const {name} of unknown) faults.push(unknownSheet(file, name, missing()));
  for (const table of missing())
    faults.push(
      planFault(
        "feuille-absente",
        {file, table},
        {
          expected: `la feuille « ${planSheets[table]} »`,
          read: null,
          found: grid.map(({name}) => `« ${name} »`).join(", "),
          action: "remettre la feuille avec sa ligne d'en-tête, même sans autre ligne"
        }
      )
    );
  for (const [table, sheet] of sheets) {
    const records = trimRight(table, places.file(table), sheet.rows, faults);
    if (records) rows[table] = parseTable(table, places.file(table), records, faults);
  }
  return assemblePlan(rows, faults, places, context);
}

const isNamed = (name: string, ...names: string[]): boolean =>
  names.some((other) => fold(name) === fold(other));

/** What keeps a file from being read as a workbook, in a sentence. */
export function refusedWorkbook(file: string, refusal: GridRefusal, expected: string): PlanFault {
  const found = {
    xls: "un classeur de l'ancien format .xls",
    autre: "un fichier qui n'est pas un classeur Excel, ou qui est abîmé",
    lourd: "un classeur qui pèse plus de 200 Mo une fois ouvert"
  }[refusal];
  return planFault(
    "classeur",
    {file},
    {
      expected: `un ${expected}`,
      read: null,
      found,
      action: "l'enregistrer au format « Classeur Excel (.xlsx) » et le déposer à nouveau"
    }
  );
}

function unknownSheet(file: string, name: string, missing: readonly TablePlan[]): PlanFault {
  const near = closestName(
    [name],
    missing.map((table) => planSheets[table])
  );
  return planFault(
    "feuille-inconnue",
    {file},
    {
      expected: near ? `la feuille « ${near} »` : "une feuille du plan",
      read: name,
      action: near ? `la renommer « ${near} »` : "la supprimer, ou la garder dans un autre classeur"
    }
  );
}

/** Rows of the width of their header; null, with its fault, without header. What is written beside the table is a fault. */
function trimRight(
  table: TablePlan,
  file: string,
  rows: readonly (readonly string[])[],
  faults: PlanFault[]
): string[][] | null {
  const width = (rows[0] ?? []).findLastIndex((name) => name.trim() !== "") + 1;
  if (width === 0) {
    const action = "remettre les noms des colonnes en ligne 1";
    faults.push(
      planFault("fichier-vide", {file, table}, {expected: "une ligne d'en-tête", read: null, action})
    );
    return null;
  }
  return rows.map((row, index) => {
    const beside = row.slice(width).find((cell) => cell.trim() !== "");
    if (beside !== undefined)
      faults.push(
        planFault(
          "champs-de-trop",
          {file, table, line: index + 1},
          {
            expected: `rien à droite des ${width} colonnes`,
            read: beside,
            action: "effacer cette cellule, ou déplacer son texte dans une colonne"
          }
        )
      );
    return Array.from({length: width}, (_, column) => row[column] ?? "");
  });
}

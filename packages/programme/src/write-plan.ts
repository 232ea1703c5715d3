import Papa from "papaparse";
import {planColumns} from "./columns.ts";
import type {CellValue} from "./parse-cell.ts";
import {type Plan, type TablePlan, tablesPlan} from "./plan.ts";
import {printCell} from "./print-cell.ts";

/** Texts of the CSV files of a plan, as French Excel opens them. */
export function writePlan(plan: Plan): Map<string, string> {
  return new Map(tablesPlan.map((table) => [`${table}.csv`, writeTable(table, plan)]));
}

function writeTable(table: TablePlan, plan: Plan): string {
  const columns = planColumns[table];
  const rows = plan[table].map((row) => {
    const values = row as unknown as Record<string, CellValue>;
    return columns.map(({name, type}) => printCell(values[name] ?? null, type === "date"));
  });
  const text = Papa.unparse([columns.map(({name}) => name), ...rows], {delimiter: ";", newline: "\r\n"});
  return `\ufeff${text}\r\n`;
}

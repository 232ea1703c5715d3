import {formatCsvNumber} from "@observatoire/catalog";
import Papa from "papaparse";
import {planColumns} from "./columns.ts";
import type {CellValue} from "./parse-cell.ts";
import {type Plan, type TablePlan, tablesPlan} from "./plan.ts";

/** Texts of the CSV files of a plan, as French Excel opens them. */
export function writePlan(plan: Plan): Map<string, string> {
  return new Map(tablesPlan.map((table) => [`${table}.csv`, writeTable(table, plan)]));
}

function writeTable(table: TablePlan, plan: Plan): string {
  const columns = planColumns[table];
  const rows = plan[table].map((row) => {
    const values = row as unknown as Record<string, CellValue>;
    return columns.map(({name, type}) => writeCell(values[name] ?? null, type === "date"));
  });
  const text = Papa.unparse([columns.map(({name}) => name), ...rows], {delimiter: ";", newline: "\r\n"});
  return `\ufeff${text}\r\n`;
}

function writeCell(value: CellValue, date: boolean): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(" | ");
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return formatCsvNumber(value);
  return date ? value.split("-").reverse().join("/") : value;
}

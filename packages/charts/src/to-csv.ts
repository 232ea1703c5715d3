import {type FigureColumn, type FigureRow, type FigureSpec, formatCsvNumber} from "@observatoire/catalog";
import {freshnessOf} from "./tell-age.ts";

/** Values at full precision, with what each rests on: `nature` is "simulee" or "reelle", `fraicheur` the worst of the sources. "fr": `;`, decimal comma, UTF-8 mark, for spreadsheets; "machine": `,` and point. */
export function toCsv(spec: FigureSpec, {locale}: {locale: "fr" | "machine"}): string {
  const separator = locale === "fr" ? ";" : ",";
  const header = [
    ...spec.columns.map((column) => (locale === "fr" ? headerText(column) : column.name)),
    "statut",
    "nature",
    "fraicheur"
  ];
  const nature = spec.simulated ? "simulee" : "reelle";
  const freshness = freshnessOf(spec);
  const lines = spec.rows.map((row) => [
    ...spec.columns.map((column) => cell(row, column, locale)),
    row.statut ?? "connu",
    nature,
    freshness
  ]);
  const text = [header, ...lines]
    .map((line) => line.map((value) => quote(value, separator)).join(separator))
    .join("\r\n");
  return `${locale === "fr" ? "\ufeff" : ""}${text}\r\n`;
}

function headerText({label}: FigureColumn): string {
  return label;
}

function cell(row: FigureRow, {name}: FigureColumn, locale: "fr" | "machine"): string {
  const value = row[name];
  if (value === null || value === undefined) return "";
  if (typeof value !== "number") return guard(value);
  if (!Number.isFinite(value)) return "";
  return locale === "fr" ? formatCsvNumber(value) : String(value);
}

/** A text a spreadsheet would run as a formula is made a text. */
function guard(text: string): string {
  return /^[=+@\t\r]|^-(?![\d.,\s]*$)/.test(text) ? `'${text}` : text;
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

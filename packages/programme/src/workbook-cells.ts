import type {Cell, CellObject} from "write-excel-file/universal";
import type {PlanColumn, PlanColumnType} from "./columns.ts";
import type {CellValue} from "./parse-cell.ts";
import {printCell} from "./print-cell.ts";

/** How the cells of a column of the workbook look; a text stays a text whatever its first sign. */
export const cellFormats: Record<PlanColumnType, Pick<CellObject, "type" | "format">> = {
  identifiant: {type: String, format: "@"},
  texte: {type: String, format: "@"},
  liste: {type: String, format: "@"},
  choix: {type: String, format: "@"},
  date: {type: Date, format: "dd/mm/yyyy"},
  booleen: {type: String, format: "@"},
  montant: {type: Number, format: "#,##0.00"},
  nombre: {type: Number, format: "General"},
  entier: {type: Number, format: "0"},
  annee: {type: Number, format: "0"},
  siret: {type: String, format: "@"},
  siren: {type: String, format: "@"},
  commune: {type: String, format: "@"},
  cible: {type: String, format: "@"}
};

/** Texts from this length on are wrapped. */
const long = 300;

/** Look of a cell of a column, empty or not. */
export const cellStyle = ({type, max = 0}: PlanColumn): CellObject => ({
  ...cellFormats[type],
  alignVertical: "top",
  ...(max > long ? {wrap: true} : {})
});

/** Cell of a value of the plan; an empty one keeps its format. */
export function workbookCell(value: CellValue, column: PlanColumn): Cell {
  const style = cellStyle(column);
  if (value === null) return style;
  if (typeof value === "number") return {...style, value};
  if (column.type === "date" && typeof value === "string")
    return {...style, value: new Date(`${value}T00:00:00Z`)};
  return {...style, value: escapeCell(printCell(value, false))};
}

/**
 * Text as a workbook holds it: `_x000D_` for what XML may not say, and for what would be read as such a code. The writer looks
 * texts up in a plain object, where "constructor" is already something: its first letter is coded too.
 */
export function escapeCell(text: string): string {
  const coded = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, code)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML may not say.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffd-\uffff]/g, code);
  return coded in {} ? coded.replace(/^./, code) : coded;
}

const code = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

import {readFile, rename, writeFile} from "node:fs/promises";
import {DataError} from "@observatoire/catalog";
import type {CellValue, SheetData} from "read-excel-file/node";
import {corrupt, type UnpackLimits} from "./unpack-limits.ts";
import {verifyZip} from "./unpack-zip.ts";

/**
 * Writes one sheet as a UTF-8 comma CSV whose header is the row of the cell `headerCell`; what is above is dropped.
 * Throws NOT_DATA when the sheet is missing, DRIFT_MISSING when the cell is.
 */
export async function unpackXlsx(
  path: string,
  target: string,
  {sheet, headerCell}: {sheet: string; headerCell: string},
  where: string,
  limits: UnpackLimits
): Promise<void> {
  await verifyZip(path, where, limits);
  const rows = await readRows(path, sheet, where);
  const start = rows.findIndex((row) => row.some((cell) => printCell(cell).trim() === headerCell));
  const header = rows[start];
  if (header === undefined) {
    throw new DataError("DRIFT_MISSING", {
      where,
      expected: `une cellule « ${headerCell} » en tête des colonnes de la feuille « ${sheet} »`,
      found: "aucune",
      action: "ouvrir le classeur, puis corriger source.ts si le producteur a changé l'en-tête"
    });
  }
  const columns = header
    .map((_, index) => index)
    .filter((index) => printCell(header[index] ?? null).trim() !== "");
  const lines = rows
    .slice(start)
    .map((row) => columns.map((index) => printCell(row[index] ?? null).trim()))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) => cells.map(quoteCell).join(","));
  await writeFile(`${target}.part`, `${lines.join("\n")}\n`, {flush: true});
  await rename(`${target}.part`, target);
}

async function readRows(path: string, sheet: string, where: string): Promise<SheetData> {
  const {default: readWorkbook, readSheet, SheetNotFoundError} = await import("read-excel-file/node");
  const bytes = await readFile(path);
  try {
    return await readSheet(bytes, sheet, {trim: false});
  } catch (cause) {
    if (!(cause instanceof SheetNotFoundError)) throw corrupt(where, "un classeur illisible", cause);
    const sheets = await readWorkbook(bytes);
    throw new DataError(
      "NOT_DATA",
      {
        where,
        expected: `la feuille « ${sheet} »`,
        found: sheets.map((candidate) => `« ${candidate.sheet} »`).join(", "),
        action: "ouvrir le classeur, puis corriger source.ts si le producteur a renommé la feuille"
      },
      {cause}
    );
  }
}

function printCell(cell: CellValue | null): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

const quoteCell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

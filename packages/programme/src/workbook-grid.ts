import readExcelFile, {InvalidInputError} from "read-excel-file/universal";
import {printDay, printDigits} from "./print-cell.ts";
import {listZip, readZipText, type ZipEntry} from "./zip-entries.ts";

/** A sheet as text: each cell as a person reads it. */
export interface GridSheet {
  name: string;
  /** Rows as the spreadsheet numbers them, from 1. */
  rows: string[][];
}

/** What keeps a workbook from being read: not one, or one too big. */
export type GridRefusal = "xls" | "autre" | "lourd";

/** Largest content that a workbook of a plan may unfold to, in bytes. */
const largest = 200_000_000;

/**
 * Sheets of a workbook, in order. A date is written 31/12/2026, a number with a decimal comma, a boolean oui or non; a formula
 * comes as `=…` and an error as `#REF!`: the reader of workbooks gives the last result of the one and an empty cell for the other.
 */
export async function readGrid(bytes: Uint8Array): Promise<GridSheet[] | GridRefusal> {
  const entries = listZip(bytes);
  if (entries === null)
    return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0 ? "xls" : "autre";
  if (entries.reduce((sum, {uncompressed}) => sum + uncompressed, 0) > largest) return "lourd";
  try {
    const sheets = await readExcelFile(new Blob([new Uint8Array(bytes)]), {trim: false});
    const special = await findSpecialCells(bytes, entries);
    return sheets.map(({sheet, data}) => {
      const rows = data.map((row) => row.map((cell) => printGridCell(cell as GridCell)));
      for (const {row, column, text} of special.get(sheet) ?? []) {
        while (rows.length <= row) rows.push([]);
        const cells = rows[row]!;
        while (cells.length <= column) cells.push("");
        cells[column] = text;
      }
      return {name: sheet, rows};
    });
  } catch (cause) {
    if (cause instanceof InvalidInputError || cause instanceof Error) return "autre";
    throw cause;
  }
}

type GridCell = string | number | boolean | Date | null | undefined;

function printGridCell(cell: GridCell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? "" : printDay(cell.toISOString().slice(0, 10));
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  return typeof cell === "number" ? printDigits(cell).replace(".", ",") : cell;
}

interface SpecialCell {
  row: number;
  column: number;
  text: string;
}

/** Formulas and errors of each sheet, which the reader of workbooks does not tell. */
async function findSpecialCells(
  bytes: Uint8Array,
  entries: readonly ZipEntry[]
): Promise<Map<string, SpecialCell[]>> {
  const text = async (name: string) => {
    const entry = entries.find((one) => one.name === name);
    return entry ? readZipText(bytes, entry) : "";
  };
  const targets = new Map<string, string>();
  for (const [tag] of (await text("xl/_rels/workbook.xml.rels")).matchAll(
    /<(?:\w+:)?Relationship\s[^>]*>/g
  )) {
    const target = attribute(tag, "Target");
    targets.set(attribute(tag, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const found = new Map<string, SpecialCell[]>();
  for (const [tag] of (await text("xl/workbook.xml")).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const xml = await text(targets.get(attribute(tag, "r:id")) ?? "");
    found.set(attribute(tag, "name"), [...listSpecialCells(xml)]);
  }
  return found;
}

function* listSpecialCells(xml: string): Generator<SpecialCell> {
  for (const [, head = "", inside = ""] of xml.matchAll(/<(?:\w+:)?c\s([^>]*[^/>])>(.*?)<\/(?:\w+:)?c>/gs)) {
    const [, letters, line] = /^([A-Z]+)(\d+)$/.exec(attribute(` ${head}`, "r")) ?? [];
    if (letters === undefined) continue;
    const [, formula] = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?f>)/s.exec(inside) ?? [null, null];
    const [, error] = /<(?:\w+:)?v>(.*?)<\/(?:\w+:)?v>/s.exec(inside) ?? [];
    const text =
      attribute(` ${head}`, "t") === "e"
        ? (error ?? "#REF!")
        : formula === null
          ? null
          : `=${unescapeXml(formula ?? "")}`;
    if (text === null) continue;
    const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    yield {row: Number(line) - 1, column, text};
  }
}

const attribute = (tag: string, name: string): string =>
  unescapeXml(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

const unescapeXml = (text: string): string =>
  text
    .replace(/&#(x?)([0-9A-Fa-f]+);/g, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10))
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

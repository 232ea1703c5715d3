import type {FigureTable} from "./figure-table.ts";
import type {Border, TableRow} from "./pptx-library.ts";
import {cutText, face, ink, slide} from "./slide-theme.ts";

const size = 11;
const mostRows = 10;
const mostColumns = 8;
const lineHeight = 0.185;
const letter = 0.083;

export interface SlideTable {
  rows: TableRow[];
  widths: number[];
  /** « 24 lignes de plus », or null. */
  left: string | null;
}

/** The first rows of a table, as many as a slide holds, and what it leaves out. */
export function slideTable(table: FigureTable, height: number): SlideTable {
  const columns = table.head.slice(0, mostColumns);
  const widths = columnWidths(table, columns.length);
  const rows: TableRow[] = [
    columns.map(({label, numeric}) => ({
      text: label,
      options: {
        ...cell,
        bold: true,
        align: numeric ? "right" : "left",
        valign: "bottom",
        border: edges(1.25, ink.muted)
      }
    }))
  ];
  let used = rowHeight(
    columns.map(({label}) => label),
    widths
  );
  let shown = 0;
  for (const line of table.body.slice(0, mostRows)) {
    const texts = line.slice(0, mostColumns).map((text) => cutText(text, 130));
    used += rowHeight(texts, widths);
    if (used > height && shown > 0) break;
    rows.push(
      texts.map((text, column) => ({
        text: text === "" ? " " : text,
        options: {
          ...cell,
          align: columns[column]?.numeric ? "right" : "left",
          valign: "top",
          border: edges(0.5, ink.grid),
          ...(shown % 2 === 1 && {fill: {color: "F7F9FA"}})
        }
      }))
    );
    shown++;
  }
  return {rows, widths, left: leftOut(table.body.length - shown, table.head.length - columns.length)};
}

const cell = {fontFace: face, fontSize: size, color: ink.text, margin: 0.05, lang: "fr-FR"} as const;

function edges(pt: number, color: string): [Border, Border, Border, Border] {
  const none: Border = {type: "none"};
  return [none, none, {type: "solid", pt, color}, none];
}

/** Widths by the longest text of each column, within bounds; they fill the slide. */
function columnWidths(table: FigureTable, count: number): number[] {
  const wanted = Array.from({length: count}, (_, column) => {
    const cells = table.body.slice(0, mostRows).map((row) => row[column]?.length ?? 0);
    const label = table.head[column]?.label.length ?? 0;
    return Math.min(Math.max(...cells, Math.min(label, 14), 4), 60) * letter + 0.2;
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const room = slide.width - 2 * slide.rim;
  return wanted.map((width) => Math.round(((width * room) / total) * 1000) / 1000);
}

function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, column) =>
    Math.ceil((text.length * letter) / ((widths[column] ?? 1) - 0.12))
  );
  return Math.max(1, ...lines) * lineHeight + 0.12;
}

function leftOut(rows: number, columns: number): string | null {
  const parts = [
    ...(rows > 0 ? [`${rows} ${rows > 1 ? "lignes" : "ligne"} de plus`] : []),
    ...(columns > 0 ? [`${columns} ${columns > 1 ? "colonnes" : "colonne"} de plus`] : [])
  ];
  return parts.length === 0
    ? null
    : `${parts.join(" et ")} dans le classeur des indicateurs et dans le document PDF.`;
}

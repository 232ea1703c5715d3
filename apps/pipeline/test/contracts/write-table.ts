import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Dialect, readDialect, type SourceFile} from "@observatoire/catalog";
import {openWarehouse, quoteIdentifier, quoteText} from "@observatoire/warehouse";
import type {Table} from "./generate-table.ts";

export const folder = mkdtempSync(join(tmpdir(), "observatoire-contrats-"));
let written = 0;

type CsvDialect = Extract<Dialect, {format: "csv"}>;

/** How the bytes of a text are laid out: as declared, unless a mutation says otherwise. */
export interface TextLayout {
  delimiter: string;
  encoding: "utf-8" | "latin-1";
  lineEnd: "\n" | "\r\n";
  quote: '"' | "'";
  escape: '"' | "\\";
  quoteAll: boolean;
  byteOrderMark: boolean;
  lastLineEnd: boolean;
}

export function declaredLayout(file: SourceFile): TextLayout {
  const {delimiter, encoding, escape: escapedBy = '"'} = readDialect(file) as CsvDialect;
  return {
    delimiter,
    encoding,
    lineEnd: "\n",
    quote: '"',
    escape: escapedBy,
    quoteAll: false,
    byteOrderMark: false,
    lastLineEnd: true
  };
}

/** One record as a line of text. */
export function writeRecord(cells: readonly string[], layout: TextLayout): string {
  const {delimiter, quote, escape: escapedBy, quoteAll} = layout;
  return cells
    .map((cell) =>
      quoteAll || cell.includes(delimiter) || /["\n\r\\]/.test(cell)
        ? `${quote}${cell.replaceAll(escapedBy, escapedBy + escapedBy).replaceAll(quote, escapedBy + quote)}${quote}`
        : cell
    )
    .join(delimiter);
}

export function writeText(lines: readonly string[], layout: TextLayout): string {
  const {encoding, lineEnd, lastLineEnd, byteOrderMark} = layout;
  const text = lines.join(lineEnd) + (lastLineEnd ? lineEnd : "");
  const bytes = Buffer.from(text, encoding === "latin-1" ? "latin1" : "utf8");
  return writeBytes(byteOrderMark ? Buffer.concat([Buffer.from("\uFEFF"), bytes]) : bytes, "csv");
}

export function writeBytes(bytes: Buffer | string, extension: string): string {
  const path = join(folder, `${written++}.${extension}`);
  writeFileSync(path, bytes);
  return path;
}

/** The table in the format of the file; `types` are those of the columns of a Parquet, by header. */
export async function writeTable(
  file: SourceFile,
  {columns, rows}: Table,
  {layout = {}, types = {}}: {layout?: Partial<TextLayout>; types?: Readonly<Record<string, string>>} = {}
): Promise<string> {
  const header = columns.map((column) => column.header);
  const {format} = readDialect(file);
  if (format === "csv") {
    const full = {...declaredLayout(file), ...layout};
    return writeText(
      [header, ...rows].map((cells) => writeRecord(cells, full)),
      full
    );
  }
  if (format === "parquet") return writeParquet({columns, rows}, types);
  const records = rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] || null])));
  if (format === "json") return writeBytes(JSON.stringify(records), "json");
  const features = records.map((properties) => ({type: "Feature", properties, geometry: null}));
  return writeBytes(JSON.stringify({type: "FeatureCollection", features}), "geojson");
}

const sqlTypes = {texte: "varchar", entier: "bigint", decimal: "double", date: "date", booleen: "boolean"};

async function writeParquet(
  {columns, rows}: Table,
  types: Readonly<Record<string, string>>
): Promise<string> {
  const path = join(folder, `${written++}.parquet`);
  const names = columns.map(({header}) => quoteIdentifier(header));
  const values = rows.map(
    (cells) => `(${cells.map((cell) => (cell === "" ? "null" : quoteText(cell))).join(", ")})`
  );
  const casts = columns.map(
    ({header, type}, i) => `cast(${names[i]} as ${types[header] ?? sqlTypes[type]}) as ${names[i]}`
  );
  const memory = await openWarehouse(":memory:");
  try {
    await memory.run(
      `copy (select ${casts.join(", ")} from (values ${values.join(", ")}) as t(${names.join(", ")})) to ${quoteText(path)} (format parquet)`
    );
  } finally {
    memory.close();
  }
  return path;
}

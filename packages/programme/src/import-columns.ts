import {closestName, fold} from "@observatoire/catalog";
import type {PlanFault} from "./plan-fault.ts";
import {planFault} from "./plan-sentence.ts";

/** One thing that the export of another tool may hold, and the headers it is known under. */
export interface ImportColumn<Field extends string = string> {
  field: Field;
  /** Accepted headers; case, accents and punctuation do not count. */
  names: readonly string[];
  /** Headers of the column when there are several of a form, without case, accents or punctuation. */
  pattern?: RegExp;
  /** What is read of several columns: all that is filled, or the last filled by name; without it, the first column. */
  several?: "join" | "last";
  required?: boolean;
  /** Why what the column holds is left aside, in French; it is then told in a note. */
  aside?: string;
}

/** A record of an export, by field; a field whose column is absent is undefined. */
export interface ImportRecord<Field extends string> {
  line: number;
  cells: Partial<Record<Field, string>>;
}

/**
 * Binds the records of an export to declared columns; the header is the row, among the first, that names most of them. A
 * compulsory column that is absent is a fault that lists what was found and what is expected; every other one that is not read is
 * told in a note.
 */
export function bindColumns<Field extends string>(
  file: string,
  records: readonly (readonly string[])[],
  columns: readonly ImportColumn<Field>[]
): {
  records: ImportRecord<Field>[];
  headers: Partial<Record<Field, string>>;
  faults: PlanFault[];
  notes: string[];
} {
  const start = findHeader(records, columns);
  const header = (records[start] ?? []).map((name) => name.trim());
  const places = new Map<Field, number[]>();
  const aside = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const [index, name] of header.entries()) {
    if (name === "") continue;
    const column = columnOf(name, columns);
    if (!column) unknown.push(name);
    else if (column.aside) aside.set(column.aside, [...(aside.get(column.aside) ?? []), name]);
    else if (places.has(column.field) && !column.several) {
      const reason = `la colonne « ${header[places.get(column.field)![0]!]} » est déjà lue`;
      aside.set(reason, [...(aside.get(reason) ?? []), name]);
    } else places.set(column.field, [...(places.get(column.field) ?? []), index]);
  }
  const notes = [...aside].map(([reason, names]) => tellAside(file, names, reason));
  if (unknown.length > 0) notes.push(tellAside(file, unknown, "elles ne sont pas connues"));
  const faults = columns
    .filter(({field, required}) => required && !places.has(field))
    .map((column) => absentColumn(file, start, column, header, unknown));

  const bound = records.slice(start + 1).flatMap((record, index) => {
    if (record.every((cell) => cell.trim() === "")) return [];
    const cells: Partial<Record<Field, string>> = {};
    for (const {field, several} of columns) {
      const at = places.get(field);
      if (at) cells[field] = readCells(at, header, record, several);
    }
    return [{line: start + 2 + index, cells}];
  });
  const headers = Object.fromEntries([...places].map(([field, [at = 0]]) => [field, header[at]]));
  return {records: bound, headers: headers as Partial<Record<Field, string>>, faults, notes};
}

function columnOf<Field extends string>(name: string, columns: readonly ImportColumn<Field>[]) {
  const folded = fold(name);
  return columns.find(
    ({names, pattern}) => names.some((other) => fold(other) === folded) || pattern?.test(folded)
  );
}

/** Some exports have the titles of groups of columns, or a word to the reader, above their header. */
function findHeader<Field extends string>(
  records: readonly (readonly string[])[],
  columns: readonly ImportColumn<Field>[]
): number {
  const named = (record: readonly string[]) => record.filter((name) => columnOf(name, columns)).length;
  const first = Math.max(
    0,
    records.findIndex((record) => record.some((cell) => cell.trim() !== ""))
  );
  let best = first;
  for (let row = first + 1; row < Math.min(records.length, first + 5); row++)
    if (named(records[row]!) > Math.max(1, named(records[best]!))) best = row;
  return best;
}

function readCells(
  places: readonly number[],
  header: readonly string[],
  record: readonly string[],
  several: ImportColumn["several"]
): string {
  const filled = places
    .map((at) => ({name: header[at] ?? "", text: (record[at] ?? "").trim()}))
    .filter(({text}) => text !== "");
  if (several === "join") return filled.map(({text}) => text).join(" / ");
  return (several === "last" ? filled.sort((a, b) => (a.name < b.name ? 1 : -1)) : filled)[0]?.text ?? "";
}

function tellAside(file: string, names: readonly string[], reason: string): string {
  const quoted = names.map((name) => `« ${name} »`).join(", ");
  return names.length === 1
    ? `${file} : la colonne ${quoted} n'est pas reprise : ${reason.replace("elles ne sont pas connues", "elle n'est pas connue")}.`
    : `${file} : les colonnes ${quoted} ne sont pas reprises : ${reason}.`;
}

function absentColumn(
  file: string,
  start: number,
  {names}: ImportColumn,
  header: readonly string[],
  unknown: readonly string[]
): PlanFault {
  const near = closestName(names, unknown);
  const found = header.filter((name) => name !== "").map((name) => `« ${name} »`);
  return planFault(
    "colonne-absente",
    {file, line: start + 1},
    {
      expected: `une colonne nommée ${names.map((name) => `« ${name} »`).join(" ou ")}`,
      read: null,
      found: found.length === 0 ? "rien" : `les colonnes ${found.join(", ")}`,
      action: `nommer « ${names[0]} » la colonne qui convient${near ? ` (peut-être « ${near} »)` : ""}`
    }
  );
}

/** First identifier of this stem, from a number on, that no row has. */
export function freeId(stem: string, from: number, rows: readonly {id: string}[]): string {
  const used = new Set(rows.map(({id}) => id.toLowerCase()));
  const write = (number: number) => `${stem}${number}`;
  let number = from;
  while (used.has(write(number).toLowerCase())) number++;
  return write(number);
}

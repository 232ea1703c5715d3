import {type ColumnType, type HeaderMatch, readDialect, type SourceFile} from "@observatoire/catalog";
import {quoteIdentifier, quoteText} from "./quote-sql.ts";

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  texte: "VARCHAR",
  entier: "BIGINT",
  decimal: "DOUBLE",
  date: "DATE",
  booleen: "BOOLEAN"
};

/** A column of `raw.*`: its declared name, its type, and the header it is read from (null: filled with nulls). */
export interface RawColumn {
  name: string;
  type: string;
  header: string | null;
}

/** Columns of `raw.*` for a matched header: declared ones, families by period, then those nobody declared, as text. */
export function listRawColumns(file: SourceFile, match: HeaderMatch): RawColumn[] {
  const declared = Object.entries(file.columns).map(([name, {type}]) => ({
    name,
    type: sqlTypes[type],
    header: match.columns[name] ?? null
  }));
  const families = match.families.map(({family, period, header}) => ({
    name: `${family}_${period}`,
    type: sqlTypes[file.families?.find(({name}) => name === family)?.type ?? "texte"],
    header
  }));
  const taken = new Set([...declared, ...families].map(({name}) => name.toLowerCase()));
  const unknown = match.unknown
    .filter((header) => header.trim() !== "" && !taken.has(header.trim().toLowerCase()))
    .map((header) => ({name: header.trim(), type: "VARCHAR", header}));
  return [...declared, ...families, ...unknown];
}

/** Columns of the empty table that stands for a missing file: each family has one column, of period 2000. */
export function listEmptyColumns(file: SourceFile): RawColumn[] {
  const families = (file.families ?? []).map(({name, type}) => ({family: name, type}));
  return [
    ...Object.entries(file.columns).map(([name, {type}]) => ({name, type: sqlTypes[type], header: null})),
    ...families.map(({family, type}) => ({name: `${family}_2000`, type: sqlTypes[type], header: null}))
  ];
}

/** The call that reads a CSV as declared: nothing is sniffed. `types` go by header; text when absent. */
export function readCsvCall(
  path: string,
  file: SourceFile,
  header: readonly string[],
  {types = {}, options = []}: {types?: Readonly<Record<string, string>>; options?: readonly string[]} = {}
): string {
  const dialect = readDialect(file);
  if (dialect.format !== "csv") throw new Error(`${file.id} : n'est pas un CSV`);
  const columns = header.map((name) => `${quoteText(name)}: ${quoteText(types[name] ?? "VARCHAR")}`);
  return `read_csv(${[
    quoteText(path),
    "auto_detect = false",
    "header = true",
    `delim = ${quoteText(dialect.delimiter)}`,
    `quote = ${quoteText(dialect.quote)}`,
    `escape = ${quoteText(dialect.escape ?? dialect.quote)}`,
    `encoding = ${quoteText(dialect.encoding)}`,
    `decimal_separator = ${quoteText(dialect.decimal ?? ".")}`,
    ...(dialect.missing === undefined ? [] : [`nullstr = ['', ${quoteText(dialect.missing)}]`]),
    `columns = {${columns.join(", ")}}`,
    ...options
  ].join(", ")})`;
}

/**
 * The relation that gives every record of a parquet, JSON or GeoJSON file, one column per header: typed as the file is
 * for parquet, so that filters and projections reach it, text for the others.
 */
export function readRelation(
  path: string,
  file: SourceFile,
  header: readonly string[],
  size: number
): string {
  const {format} = readDialect(file);
  if (format === "parquet") return `read_parquet(${quoteText(path)})`;
  // DuckDB refuses a JSON value above 16 MB unless told; a whole array counts as one.
  const limit = `maximum_object_size = ${Math.max(size + 1024, 16_777_216)}`;
  if (format === "json") {
    const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`);
    return `read_json(${quoteText(path)}, format = 'array', columns = {${columns.join(", ")}}, ${limit})`;
  }
  const cells = header.map((name) => {
    const field = quoteText(name === "geometry" ? "$.geometry" : `$.properties."${name}"`);
    return `json_extract_string(feature, ${field}) as ${quoteIdentifier(name)}`;
  });
  return `(select ${cells.join(", ")} from (
    select unnest(features) as feature
    from read_json(${quoteText(path)}, columns = {'features': 'JSON[]'}, ${limit})
  ))`;
}

import type {LicenceId} from "./licence.ts";

/** How the bytes of a file are laid out once unpacked. */
export type Dialect =
  | {
      format: "csv";
      delimiter: "," | ";" | "\t" | "|";
      encoding: "utf-8" | "latin-1";
      quote: '"' | "";
      decimal?: ",";
    }
  | {format: "xlsx"; sheet: string; headerCell: string}
  | {format: "parquet"}
  | {format: "json"}
  | {format: "geojson"};

/** How the file travels. `npm` reads a file of an installed package: the version is the vintage. */
export type Transport =
  | {kind: "http"; url: string}
  | {kind: "datagouv"; dataset: string; title: string}
  | {kind: "npm"; package: string; path: string};

export type ColumnType = "texte" | "entier" | "decimal" | "date" | "booleen";

export interface Column {
  /** What the column holds, for people. */
  meaning: string;
  type: ColumnType;
  /** Other headers under which the producer publishes the same column (labels, older layouts). */
  aliases?: readonly string[];
  /** A missing optional column is filled with nulls. Default: required. */
  optional?: boolean;
  /** A value that does not match (after trim) is a rejected row. A regular expression as text. */
  pattern?: string;
}

/**
 * A family of columns named by a pattern whose first group is the period, as `effectifs_salaries_2025`.
 * A new year is accepted without any edit; a gap in the years is refused.
 */
export interface ColumnFamily {
  name: string;
  pattern: string;
  aliasPattern?: string;
  meaning: string;
  type: ColumnType;
}

/** One file of a source. Columns are bound by name, never by position. */
export interface SourceFile {
  /** Becomes `raw.<source>__<id>`. */
  id: string;
  title: string;
  transport: Transport;
  /** Producer's file names, for `collect --from <folder>`; a regular expression, case-insensitive. */
  fileName: string;
  /** How the bytes are wrapped, outermost first; a zip names the one entry to read by a regular expression. */
  wrapping?: readonly ({kind: "zip"; entry: string} | {kind: "gzip"})[];
  dialect: Dialect;
  columns: Readonly<Record<string, Column>>;
  families?: readonly ColumnFamily[];
  /** Columns that identify a row; identical duplicates are dropped and counted, conflicting ones refused. */
  key: readonly string[];
  /** Column holding commune codes: the file must cover the perimeter, and each code must be known to the COG. */
  communeColumn?: string;
  /** "libre": the file need not cover the perimeter (a list on which the territory may not be). Default: it must. */
  coverage?: "libre";
  /** Bounds on the number of rows of a national file; below `minRows` a file is partial and said so. */
  rows: {min: number; max: number};
  /** Largest share of rows that may be rejected (letters in a number, broken line). Default 0: any bad row refuses the file. */
  maxRejectedShare?: number;
  /** A missing optional file leaves the source usable. */
  optional?: boolean;
}

/** A data set as its producer publishes it. Data only: it survives JSON.stringify. */
export interface Source {
  id: string;
  title: string;
  producer: string;
  /** One sentence for the methods page. */
  description: string;
  homepage: string;
  licence: LicenceId;
  /** Words that follow the licence when it asks for them. */
  attribution: string;
  cadence: "mensuelle" | "trimestrielle" | "annuelle" | "irrégulière";
  /** Age of the vintage, in days, from which the page says the source is late (warn) and the command fails (error). */
  freshness: {warnAfterDays: number; errorAfterDays: number};
  files: readonly SourceFile[];
  /** What the numbers do not say, shown under every figure that uses the source. */
  limits: readonly string[];
}

/** Declares a source; the compiler is the schema. */
export function defineSource<const T extends Source>(source: T): T {
  return source;
}

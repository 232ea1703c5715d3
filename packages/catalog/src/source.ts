import type {LicenceId} from "./licence.ts";

/** How the bytes of a file are laid out once unpacked. */
export type Dialect =
  | {
      format: "csv";
      delimiter: "," | ";" | "\t" | "|";
      encoding: "utf-8" | "latin-1";
      quote: '"' | "";
      decimal?: ",";
      /** How a quote is written inside quotes; default: doubled. */
      escape?: "\\";
      /** Text that stands for a missing value, beside the empty cell. */
      missing?: string;
    }
  | {format: "xlsx"; sheet: string; headerCell: string}
  | {format: "parquet"}
  | {format: "json"}
  | {format: "geojson"};

/** How the file travels. `npm` reads a file of an installed package: the version is the vintage. */
export type Transport =
  | {kind: "http"; url: string}
  | {kind: "datagouv"; dataset: string; title: string}
  /** A file of data.gouv.fr by its stable id, whatever its name and address become. */
  | {kind: "datagouv-ressource"; resource: string}
  | {kind: "npm"; package: string; path: string};

export type Wrapping = readonly ({kind: "zip"; entry: string} | {kind: "gzip"})[];

/** Another way in which the producer publishes the same file: what it leaves out is as in the main form. */
export interface FileForm {
  transport?: Transport;
  fileName?: string;
  wrapping?: Wrapping;
  dialect?: Dialect;
}

/** A look-alike that people take for the file, told by the first line of its text. */
export interface Impostor {
  /** Regular expression on the first line, case-insensitive. */
  firstLine: string;
  /** What it is, and what to give instead: parts of the sentence. */
  found: string;
  action: string;
}

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
  wrapping?: Wrapping;
  dialect: Dialect;
  /** Other forms of the same file, tried in order after the main one: CSV beside parquet, another separator. */
  forms?: readonly FileForm[];
  impostors?: readonly Impostor[];
  /**
   * Published as one file a year: `url` holds `{annee}`, each file is archived by itself, and the last `years` of them
   * are read together. The year of a file is the one of its vintage; `date` names the staged column that tells which
   * rows came from which year, so that each keeps its own slice in the archive.
   */
  series?: {years: number; date?: string};
  /**
   * Staging keeps only a part of the rows: those of the whole file are then counted by the column `lignes` of
   * `staging.<source>__<reduced>`, an aggregate that sees every row.
   */
  reduced?: string;
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
  /**
   * Hosts from which bytes may come over https, besides that of the declared address (for data.gouv.fr, its API); an
   * address or a redirection elsewhere is refused. A host stands for itself alone, ".data.gouv.fr" for its subdomains.
   */
  hosts?: readonly string[];
  /**
   * Largest change of size accepted from the version in service, as shares of it: in rows, or in unpacked bytes where rows
   * are not counted. `file` (default 0.25) is for each file; a year of a series is compared with its former edition, else
   * with the year before. `source` (default 0.15) is for the sum of the files, or years, that had a former version, when
   * two or more had one: the file that tips the sum is refused. Neither applies to simulated data, to a whole file or one
   * given by a person after an extract (fewer than `rows.min`), nor with --accepter-taille.
   */
  sizeChange?: {file?: number; source?: number};
  /** Its figures may not be indexed by search engines (DVF): their page and downloads stand apart. */
  indexable?: false;
  /** What the numbers do not say, shown under every figure that uses the source. */
  limits: readonly string[];
}

/** Every form of a file as a declaration of its own, the main one first. */
export function listForms(file: SourceFile): readonly SourceFile[] {
  const {forms = [], ...main} = file;
  return [main, ...forms.map((form) => ({...main, ...form}))];
}

/** Declares a source; the compiler is the schema. */
export function defineSource<const T extends Source>(source: T): T {
  return source;
}

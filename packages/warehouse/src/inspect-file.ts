import {type HeaderMatch, type OpenedFile, readDialect, type SourceFile} from "@observatoire/catalog";
import {bindHeader} from "./bind-header.ts";
import {measureCsv} from "./measure-csv.ts";
import {measureRecords} from "./measure-records.ts";
import {refuseCoverage, refuseDamagedCodes, refuseNumericCodes, refuseRows} from "./refuse-contents.ts";

export interface InspectOptions {
  /** How messages name the file: "urssaf/communes". */
  where: string;
  /** Codes of the perimeter's communes; an empty list asks nothing of the coverage. */
  communes: readonly string[];
}

/** What a file holds, found without trusting the loader. */
export interface Inspection extends Pick<OpenedFile, "header" | "periods" | "sample" | "max"> {
  match: HeaderMatch;
  /** Records, header excluded. */
  rows: number;
  /** Communes of the perimeter found in `communeColumn`; null when the file has none. */
  covered: number | null;
  /** Fewer rows than a national file should have. */
  partial: boolean;
}

/** What one format must tell about a file for it to be inspected. */
export interface Measure {
  header: string[];
  sample: string[][];
  rows: number;
  /** Types under which the file itself holds its columns, by header; absent when it is text. */
  types?: Readonly<Record<string, string>>;
  /** Distinct values of a header's column among those given. */
  countAmong: (header: string, values: readonly string[]) => Promise<number>;
  max: (header: string) => Promise<string | null>;
  /** First value made of digits, or of a number in scientific notation, that is shorter than its column's codes. */
  firstShort: (
    codes: readonly {header: string; length: number}[]
  ) => Promise<{rank: number; value: string} | null>;
}

/**
 * Confirms that an unpacked file is what its declaration says: format, encoding, separator, header, rows, coverage.
 * Throws a `DataError` otherwise. A file below `rows.min` is partial: it must cover the perimeter.
 */
export async function inspectFile(
  path: string,
  file: SourceFile,
  options: InspectOptions
): Promise<Inspection> {
  const {where, communes} = options;
  const dialect = readDialect(file);
  const measure =
    dialect.format === "csv"
      ? await measureCsv(path, where, file, dialect)
      : await measureRecords(path, where, file);
  const match = bindHeader(where, file, measure.header);
  refuseRows(where, file, measure.rows);
  refuseNumericCodes(where, file, match, measure.types ?? {});
  const communeHeader = file.communeColumn ? match.columns[file.communeColumn] : null;
  const covered = communeHeader ? await measure.countAmong(communeHeader, communes) : null;
  await refuseDamagedCodes(where, file, match, measure.firstShort);
  const partial = measure.rows < file.rows.min;
  // A whole national file without the perimeter is a producer who does not cover it; a partial one is the wrong file.
  if (partial) refuseCoverage(where, covered, communes.length);
  return {
    header: measure.header,
    sample: measure.sample,
    match,
    rows: measure.rows,
    covered,
    periods: match.periods,
    partial,
    max: async (column) => {
      const header = match.columns[column];
      return header ? measure.max(header) : null;
    }
  };
}

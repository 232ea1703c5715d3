import type {SourceFile} from "@observatoire/catalog";

/** Names of the temporary tables where DuckDB lists the rows it could not read, one pair per part of a series. */
export function nameRejects(source: string, file: SourceFile, part: number): {errors: string; scans: string} {
  const stem = `${source}__${file.id}__${part}`.replace(/[^a-z0-9_]/gi, "_");
  return {errors: `rejets_${stem}`, scans: `lectures_${stem}`};
}

/** `error_type` of the values of a JSON or Parquet file that do not read as declared: DuckDB's own list is for CSV. */
export const recordError = "RECORD";

import type {OpenedFile, SourceFile} from "@observatoire/catalog";

/** What the pipeline's inspector (the warehouse) says of an unpacked file whose header follows its declaration. */
export interface Inspection extends Pick<OpenedFile, "header" | "periods" | "sample" | "max"> {
  rows: number | null;
  /** Communes of the perimeter found in the file; null when it has no commune column. */
  covered: number | null;
}

/** Opens an unpacked file, or throws a `DataError` (header, encoding, rows, coverage). Injected: this room has no DuckDB. */
export type Inspect = (path: string, file: SourceFile, where: string) => Promise<Inspection>;

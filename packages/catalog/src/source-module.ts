import type {Source} from "./source.ts";

/** What an ingestion room exports for each of its sources: the declaration and the few functions data cannot express. */
export interface SourceModule {
  source: Source;
  /** Absolute folder holding `staging/*.sql` and `checks/*.sql`; the folder of `source.ts`. */
  directory: string;
  /** What the bytes say of their own date: a vintage is read in the data, never in the clock. */
  readVintage: (file: OpenedFile) => Vintage | Promise<Vintage>;
  /** Writes the producer's files from the latent world; null when the source needs no simulation (package data). */
  simulate: ((world: SimulationWorld, directory: string) => Promise<readonly SimulatedFile[]>) | null;
}

/** `vintage` is what figures print ("31 décembre 2025"), `vintageDate` the ISO date freshness is measured from. */
export interface Vintage {
  vintage: string;
  vintageDate: string;
}

/** A file whose header was checked against its declaration. */
export interface OpenedFile {
  /** `SourceFile.id`. */
  file: string;
  /** Name under which it came. */
  name: string;
  header: readonly string[];
  /** Periods found in the column families, ascending: ["2006", …, "2025"]. */
  periods: readonly string[];
  /** First records, as text, in the order of the header. */
  sample: readonly (readonly string[])[];
  lastModified: string | null;
  /** Version of the npm package, for package data. */
  version: string | null;
  /** ISO instant. */
  collectedAt: string;
  /** Largest value of a declared column, e.g. the last period of a long file; null when there is none. */
  max: (column: string) => Promise<string | null>;
}

export interface SimulatedFile {
  file: string;
  path: string;
}

/** The latent world as a source's simulation sees it: SQL over `world.*` (tables in packages/simulate/README.md). */
export interface SimulationWorld {
  readonly seed: number;
  run: (sql: string) => Promise<void>;
  all: <T>(sql: string) => Promise<T[]>;
}

import type {Snapshot} from "./snapshot.ts";

/** What happened to each row of a file: `read = loaded + rejected + duplicates`, checked at every build. */
export interface RowAccount {
  read: number;
  loaded: number;
  rejected: number;
  duplicates: number;
  /** Rows kept one by one when staging reduces the file; `loaded` then counts those its aggregates saw. */
  kept?: number;
}

export type SourceOutcome = "collecte" | "inchange" | "echec" | "non_disponible";

export interface ManifestSource {
  source: string;
  outcome: SourceOutcome;
  /** French sentence when `echec` or `non_disponible`. */
  message: string | null;
  files: {snapshot: Snapshot; rows: RowAccount | null; partial: boolean}[];
}

/** `data/runs/<id>/manifest.json`: what a run read, made and checked. As-of dates come from here, never from the clock. */
export interface Manifest {
  run: string;
  startedAt: string;
  endedAt: string;
  /** Commit of the code, or "inconnu" outside a git checkout. */
  commit: string;
  /** Hash of everything the run depends on: snapshots, territoire.yaml, reference tables, code. Equal = nothing to do. */
  fingerprint: string;
  demo: boolean;
  territoire: {code: string; nom: string; communes: number};
  sources: ManifestSource[];
  /** Every check, with the number of guilty rows. */
  checks: {name: string; severity: "error" | "warning"; guilty: number; sentence: string}[];
  tables: {name: string; rows: number}[];
  /** At least one displayed figure rests on simulated data. */
  simulated: boolean;
}

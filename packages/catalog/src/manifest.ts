import type {ErrorCode} from "./data-error.ts";
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

/** A source that cannot be refreshed: its last good version stays in service. */
export interface SourceFailure {
  /** ISO instant of the first failure of an unbroken series. */
  since: string;
  code: ErrorCode;
  /** French sentence of the last failure. */
  message: string;
}

export type SourceOutcome = "collecte" | "inchange" | "echec" | "non_disponible";

export interface ManifestSource {
  source: string;
  outcome: SourceOutcome;
  /** French sentence when `echec` or `non_disponible`. */
  message: string | null;
  failure: SourceFailure | null;
  /** ISO instant of the last attempt, and how long it took; null when never attempted. */
  attemptedAt: string | null;
  durationMs: number | null;
  files: {snapshot: Snapshot; rows: RowAccount | null; partial: boolean}[];
}

/**
 * What a person must correct, though the run was published without it: the action plan, a frozen session. Sources have their
 * own failure.
 */
export interface Correction {
  code: Extract<ErrorCode, "PROGRAMME" | "EDITION">;
  /** ISO date of the session; null for the plan. */
  seance: string | null;
  /** ISO instant of the first run of an unbroken series. */
  since: string;
  /** French sentence for the readers of the site. */
  notice: string;
  /** French sentences for the person who corrects: file, line, column; never what was read there, which may be reserved. */
  message: string;
}

/** `data/runs/<id>/manifest.json`: what a run read, made and checked. As-of dates come from here, never from the clock. */
export interface Manifest {
  run: string;
  startedAt: string;
  endedAt: string;
  /** ISO instant of the last refresh that asked every source: publishing the plan alone does not renew what pages promise. */
  refreshedAt: string;
  /** Commit of the code, or "inconnu" outside a git checkout. */
  commit: string;
  /** Hash of everything the run depends on: snapshots, territoire.yaml, reference tables, code. Equal = nothing to do. */
  fingerprint: string;
  /** Hash of what pages say of the day: failures, lateness, names withdrawn. The data equal, another state is published again. */
  state: string;
  /** Run whose warehouse this one serves: itself, or an earlier one when only the state of the sources changed. */
  dataRun: string;
  /** Run that readers saw before this one, or null. */
  previous: string | null;
  /** ISO date past which the next publication is overdue. */
  nextBefore: string;
  demo: boolean;
  territoire: {code: string; nom: string; communes: number};
  sources: ManifestSource[];
  /** The action plan that this run shows: hash of its files, ISO instant of their last change, the example or not. Null: none. */
  programme: {sha256: string; changedAt: string; fictif: boolean} | null;
  corrections: Correction[];
  /** Hash of the register of units that asked not to be named; null: none. */
  retraits: string | null;
  /** Every check, with the number of guilty rows. */
  checks: {name: string; severity: "error" | "warning"; guilty: number; sentence: string}[];
  tables: {name: string; rows: number}[];
  /** At least one displayed figure rests on simulated data. */
  simulated: boolean;
}

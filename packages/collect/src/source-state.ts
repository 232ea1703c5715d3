import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {DataError, SourceFailure} from "@observatoire/catalog";

/** What the last attempt on a source gave; kept beside its archive, so that a failure keeps its first date from run to run. */
export interface SourceState {
  /** ISO instant of the last attempt. */
  attemptedAt: string;
  durationMs: number | null;
  /** ISO instant of the last attempt without failure, or null. */
  succeededAt: string | null;
  failure: SourceFailure | null;
}

const pathOf = (dataDirectory: string, source: string) =>
  join(dataDirectory, "snapshots", source, ".etat.json");

/** State of a source, or null when it was never attempted. */
export async function readSourceState(dataDirectory: string, source: string): Promise<SourceState | null> {
  try {
    return JSON.parse(await readFile(pathOf(dataDirectory, source), "utf8")) as SourceState;
  } catch {
    return null;
  }
}

/** Records an attempt: a fault keeps the date of the first one of its series, a success ends it. */
export async function recordAttempt(
  dataDirectory: string,
  source: string,
  {
    at,
    durationMs,
    fault,
    since
  }: {
    at: Date;
    durationMs: number | null;
    fault: DataError | null;
    /** Start of the series of failures, when the caller knows of one that this attempt first seemed to end. */
    since?: string | undefined;
  }
): Promise<SourceState> {
  const before = await readSourceState(dataDirectory, source);
  const attemptedAt = at.toISOString();
  const state: SourceState = {
    attemptedAt,
    durationMs: durationMs ?? before?.durationMs ?? null,
    succeededAt: fault === null ? attemptedAt : (before?.succeededAt ?? null),
    failure: fault && {
      since: before?.failure?.since ?? since ?? attemptedAt,
      code: fault.code,
      message: fault.message
    }
  };
  const path = pathOf(dataDirectory, source);
  await mkdir(join(path, ".."), {recursive: true});
  await writeFile(`${path}.part`, `${JSON.stringify(state, null, 1)}\n`);
  await rename(`${path}.part`, path);
  return state;
}

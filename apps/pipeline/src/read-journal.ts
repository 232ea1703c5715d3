import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {errorCodes} from "@observatoire/catalog";
import type {Project} from "./project.ts";

/** One attempt to refresh: a line of `data/journal.jsonl`. */
export interface JournalEntry {
  startedAt: string;
  endedAt: string;
  exit: number;
  code: string | null;
  run: string | null;
  /** Every source was asked: a refresh of one source, or from a folder, proves nothing of the schedule. */
  whole?: boolean;
  changed: "donnees" | "etat" | null;
  sources: {source: string; outcome: string; code: string | null; durationMs: number | null}[];
}

export const journalPath = ({data}: Project) => join(data, "journal.jsonl");

/** Attempts to refresh, oldest first; a line that a kill or a full disk cut short is skipped. */
export function readJournal(project: Project): JournalEntry[] {
  const path = journalPath(project);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").split("\n").flatMap(readEntry);
}

/** True when an attempt went to its end, be it with something missing. */
export const endedWell = ({exit}: JournalEntry) => exit === 0 || goodEnds.has(exit);

/** The data were published: without some sources, the plan on disk, or a frozen session. */
const goodEnds = new Set<number>([errorCodes.PARTIAL, errorCodes.PROGRAMME, errorCodes.EDITION]);

/** True when the whole site was up to date at the end of an attempt: what the schedule is there for. */
export const isGood = (entry: JournalEntry) => entry.whole !== false && endedWell(entry);

function readEntry(line: string): JournalEntry[] {
  try {
    const entry = JSON.parse(line) as JournalEntry;
    return Number.isNaN(Date.parse(entry.endedAt)) || typeof entry.exit !== "number" ? [] : [entry];
  } catch {
    return [];
  }
}

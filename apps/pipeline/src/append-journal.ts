import {closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync, writeSync} from "node:fs";
import {DataError, errorCodes} from "@observatoire/catalog";
import type {Project} from "./project.ts";
import {type JournalEntry, journalPath} from "./read-journal.ts";
import {endingFault, type Refreshed} from "./refresh.ts";
import {currentManifest} from "./run-folder.ts";

/** Lines kept: one a day for more than five years. */
const kept = 2000;

/** Runs a refresh and writes, whatever its end, one line of `data/journal.jsonl`. */
export async function recorded(
  project: Project,
  {now, whole}: {now: () => Date; whole: boolean},
  action: () => Promise<Refreshed>
): Promise<Refreshed> {
  const startedAt = now().toISOString();
  try {
    const refreshed = await action();
    const fault = endingFault(refreshed);
    append(project, {
      startedAt,
      endedAt: now().toISOString(),
      exit: fault ? errorCodes[fault.code] : 0,
      code: fault?.code ?? null,
      run: refreshed.manifest.run,
      whole,
      changed: refreshed.changed,
      sources: refreshed.attempts
    });
    return refreshed;
  } catch (error) {
    const code = error instanceof DataError ? error.code : null;
    try {
      append(project, {
        startedAt,
        endedAt: now().toISOString(),
        exit: code === null ? 1 : errorCodes[code],
        code: code ?? "DEFAUT",
        run: currentManifest(project)?.run ?? null,
        whole,
        changed: null,
        sources: []
      });
    } catch {
      // A full disk cannot take the line either: the first fault is the one to tell.
    }
    throw error;
  }
}

/** A torn last line, left by a kill, is closed first: it must not swallow the next one. */
function append(project: Project, entry: JournalEntry): void {
  const path = journalPath(project);
  const text = read(path);
  const lines = text.split("\n").filter((line) => line !== "");
  if (lines.length >= 2 * kept) {
    writeFileSync(`${path}.part`, `${lines.slice(-kept).join("\n")}\n`, {flush: true});
    renameSync(`${path}.part`, path);
  }
  const handle = openSync(path, "a");
  try {
    writeSync(handle, `${text === "" || text.endsWith("\n") ? "" : "\n"}${JSON.stringify(entry)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

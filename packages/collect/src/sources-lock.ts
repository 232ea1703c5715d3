import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {openArchive} from "./open-archive.ts";
import {syncDirectory} from "./part-file.ts";
import type {Card, Kept} from "./read-vintage.ts";

/** What the lock file says of one archived vintage. */
type LockedVintage = Pick<
  Card,
  "sha256" | "bytes" | "unpackedBytes" | "vintage" | "vintageDate" | "collectedAt" | "origin"
> & {reached: string | null; licence: string | null; kept: Kept};

/** `data/snapshots/sources.lock.json`: source, file, then its vintages from the first collected. */
export type SourcesLock = Record<string, Record<string, LockedVintage[]>>;

/**
 * Writes what the archive holds, by source, file and vintage: the same archive gives the same bytes, so that a diff shows
 * what was collected or pruned. Untouched when nothing changed; returns its path.
 */
export async function writeSourcesLock(dataDirectory: string): Promise<string> {
  const path = join(dataDirectory, "snapshots/sources.lock.json");
  const lock: SourcesLock = {};
  for (const {source, file, card, kept, damage} of await openArchive(dataDirectory)) {
    if (card === null || damage !== null) continue;
    lock[source] ??= {};
    lock[source][file] ??= [];
    lock[source][file].push({
      vintage: card.vintage,
      vintageDate: card.vintageDate,
      collectedAt: card.collectedAt,
      sha256: card.sha256,
      bytes: card.bytes,
      unpackedBytes: card.unpackedBytes,
      origin: card.origin,
      reached: card.reached ?? null,
      licence: card.licence ?? null,
      kept
    });
  }
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  if ((await readFile(path, "utf8").catch(() => null)) === text) return path;
  await mkdir(dirname(path), {recursive: true});
  await writeFile(`${path}.part`, text, {flush: true});
  await rename(`${path}.part`, path);
  await syncDirectory(dirname(path));
  return path;
}

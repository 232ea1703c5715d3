import {mkdir, rename, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join, relative} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import {readSnapshot, snapshotsOf} from "./open-snapshots.ts";
import {syncDirectory} from "./part-file.ts";

export interface ArchiveOptions {
  dataDirectory: string;
  /** Folder that holds the received file and, unpacked, `unpacked`; made by `stageSnapshot`, it becomes the archive. */
  stage: string;
  unpacked: string;
  /** What is known of the file; sizes unpacked and path are computed here. */
  snapshot: Omit<Snapshot, "path" | "unpackedBytes">;
}

/** An empty folder beside the final one, so that archiving is one rename; swept when a kill leaves it. */
export async function stageSnapshot(dataDirectory: string, source: string, file: string): Promise<string> {
  const parent = snapshotsOf(dataDirectory, source, file);
  const stage = join(parent, `.stage-${process.pid}-${stages++}`);
  await mkdir(stage, {recursive: true});
  return stage;
}

let stages = 0;

/**
 * Turns a stage into `data/snapshots/<source>/<file>/<sha256[0..11]>`, in one rename. The same bytes are archived
 * once: their first card, with its date of collection, is returned and the stage is left to its maker.
 */
export async function archive({dataDirectory, stage, unpacked, snapshot}: ArchiveOptions): Promise<Snapshot> {
  const folder = join(dirname(stage), snapshot.sha256.slice(0, 12));
  const known = await readSnapshot(folder);
  if (known) return known;
  const complete: Snapshot = {
    ...snapshot,
    path: relative(dataDirectory, join(folder, basename(unpacked))).replaceAll("\\", "/"),
    unpackedBytes: (await stat(unpacked)).size
  };
  await writeFile(join(stage, "snapshot.json"), `${JSON.stringify(complete, null, 2)}\n`, {flush: true});
  await syncDirectory(stage);
  // A folder without card is the remainder of a deletion by hand: moved aside, it is swept with the stages.
  await rename(folder, `${stage}-sans-fiche`).catch(() => undefined);
  await rename(stage, folder);
  await syncDirectory(dirname(folder));
  return complete;
}

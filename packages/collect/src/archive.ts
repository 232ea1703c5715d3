import {chmod, mkdir, open, readdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join, relative} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import {damagedFolder, moveAside} from "./damaged-vintages.ts";
import {hashFile} from "./hash-file.ts";
import {snapshotsOf} from "./open-snapshots.ts";
import {syncDirectory} from "./part-file.ts";
import {type Card, readVintage, writeCard} from "./read-vintage.ts";

export interface ArchiveOptions {
  dataDirectory: string;
  /** Folder that holds the received file and, unpacked, `unpacked`; made by `stageSnapshot`, it becomes the archive. */
  stage: string;
  unpacked: string;
  /** What is known of the file; sizes unpacked and path are computed here. */
  snapshot: Omit<Snapshot, "path" | "unpackedBytes" | "unpackedSha256">;
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
 * Turns a stage into `data/snapshots/<source>/<file>/<sha256[0..11]>`, read-only, in one rename. The same bytes are
 * archived once: their first card, with its date of collection, is returned and the stage is left to its maker.
 */
export async function archive({dataDirectory, stage, unpacked, snapshot}: ArchiveOptions): Promise<Snapshot> {
  const folder = join(dirname(stage), snapshot.sha256.slice(0, 12));
  const found = await readVintage(folder);
  if (found !== null && found.damage !== null) await moveAside(found);
  const known = (await readVintage(folder))?.card ?? null;
  if (known !== null && known.kept !== "tranche") return known;
  const isPacked = (await readdir(stage)).length > 1;
  const unpackedSha256 = isPacked ? (await hashFile(unpacked)).sha256 : snapshot.sha256;
  const complete = {
    ...(known ? firstCard(known) : snapshot),
    path: relative(dataDirectory, join(folder, basename(unpacked))).replaceAll("\\", "/"),
    unpackedBytes: (await stat(unpacked)).size,
    ...(unpackedSha256 === snapshot.sha256 ? {} : {unpackedSha256})
  };
  if (known === null) {
    await writeFile(join(stage, "snapshot.json"), `${JSON.stringify(complete, null, 2)}\n`);
    await seal(stage);
    await rename(stage, folder);
    await syncDirectory(dirname(folder));
  } else {
    // The bytes of a vintage reduced to its slices are back: the files first, then the card that says so.
    await seal(stage);
    for (const name of await readdir(stage)) await rename(join(stage, name), join(folder, name));
    await writeCard(folder, complete);
  }
  await rm(damagedFolder(folder), {recursive: true, force: true});
  return complete;
}

function firstCard({kept: _, ...snapshot}: Card): Snapshot {
  return snapshot;
}

/** Writes the files of a stage to the disk for good, and makes them read-only. */
async function seal(stage: string): Promise<void> {
  for (const name of await readdir(stage)) {
    const path = join(stage, name);
    const handle = await open(path, "r");
    await handle.sync().finally(() => handle.close());
    // Some mounted disks have no modes to change.
    await chmod(path, 0o444).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EPERM") throw error;
    });
  }
  await syncDirectory(stage);
}

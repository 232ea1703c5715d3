import {join} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import {openArchive, openFileArchive} from "./open-archive.ts";
import {type ArchivedVintage, readVintage} from "./read-vintage.ts";

/**
 * Every archived file of `dataDirectory` that can be read, ordered by source, file, then collection. Vintages reduced to
 * their slices are not among them, nor damaged ones (`setDamagedAside` says which).
 */
export async function openSnapshots(dataDirectory: string): Promise<Snapshot[]> {
  return (await openArchive(dataDirectory)).flatMap(snapshotOf);
}

/** Folder of the archived versions of one file. */
export function snapshotsOf(dataDirectory: string, source: string, file: string): string {
  return join(dataDirectory, "snapshots", source, file);
}

/** Archived versions of one file that can be read, in no order. */
export async function openFileSnapshots(folder: string): Promise<Snapshot[]> {
  return (await openFileArchive(folder)).flatMap(snapshotOf);
}

/** The card of one archived version; null when the file it describes is not there, whole. */
export async function readSnapshot(folder: string): Promise<Snapshot | null> {
  const vintage = await readVintage(folder);
  return (vintage && snapshotOf(vintage)[0]) ?? null;
}

function snapshotOf({card, kept, damage}: ArchivedVintage): Snapshot[] {
  if (card === null || damage !== null || kept === "tranche") return [];
  const {kept: _, ...snapshot} = card;
  return [snapshot];
}

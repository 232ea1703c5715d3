import type {Snapshot, Source} from "@observatoire/catalog";
import {openFileSnapshots, snapshotsOf} from "./open-snapshots.ts";

/** Archived versions of every file of a source that can be read, in no order. */
export async function openSourceSnapshots(
  dataDirectory: string,
  {id, files}: Pick<Source, "id" | "files">
): Promise<Snapshot[]> {
  const folders = files.map((file) => snapshotsOf(dataDirectory, id, file.id));
  return (await Promise.all(folders.map(openFileSnapshots))).flat();
}

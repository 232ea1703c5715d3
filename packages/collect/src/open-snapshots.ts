import {readdir, readFile, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import type {Snapshot} from "@observatoire/catalog";

/** Every archived file of `dataDirectory`, ordered by source, file, then collection. A folder whose card or file is missing is not one. */
export async function openSnapshots(dataDirectory: string): Promise<Snapshot[]> {
  const root = join(dataDirectory, "snapshots");
  const folders = await listFolders(root);
  const files = (await Promise.all(folders.map(listFolders))).flat();
  const snapshots = await Promise.all(files.map(openFileSnapshots));
  return snapshots.flat().sort((a, b) => orderOf(a).localeCompare(orderOf(b), "en"));
}

/** Folder of the archived versions of one file. */
export function snapshotsOf(dataDirectory: string, source: string, file: string): string {
  return join(dataDirectory, "snapshots", source, file);
}

/** Archived versions of one file, in no order. */
export async function openFileSnapshots(folder: string): Promise<Snapshot[]> {
  const cards = await Promise.all((await listFolders(folder)).map(readSnapshot));
  return cards.filter((card) => card !== null);
}

/** The card of one archived version; null when it is absent, or when the file it describes is not whole. */
export async function readSnapshot(folder: string): Promise<Snapshot | null> {
  try {
    const card = JSON.parse(await readFile(join(folder, "snapshot.json"), "utf8")) as Snapshot;
    const {size} = await stat(join(folder, basename(card.path)));
    return size === card.unpackedBytes ? card : null;
  } catch {
    return null;
  }
}

async function listFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, {withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => join(path, entry.name));
}

const orderOf = ({source, file, collectedAt}: Snapshot) => `${source}/${file}/${collectedAt}`;

import {readdir} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {type ArchivedVintage, readVintage} from "./read-vintage.ts";

/** Where a vintage is archived: by source, file, and the first characters of its hash. */
export interface VintagePlace {
  source: string;
  file: string;
}

/** Every archived vintage of `dataDirectory`, damaged ones and those reduced to their slices included, by source, file then collection. */
export async function openArchive(dataDirectory: string): Promise<(ArchivedVintage & VintagePlace)[]> {
  const sources = await listFolders(join(dataDirectory, "snapshots"));
  const files = (await Promise.all(sources.map(listFolders))).flat();
  const vintages = await Promise.all(files.map(openFileArchive));
  return vintages
    .flat()
    .map((vintage) => ({...vintage, ...placeOf(vintage.folder)}))
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b), "en"));
}

/** Archived vintages of one file, in no order. */
export async function openFileArchive(folder: string): Promise<ArchivedVintage[]> {
  const vintages = await Promise.all((await listFolders(folder)).map(readVintage));
  return vintages.filter((vintage) => vintage !== null);
}

/** Folders of a folder, hidden ones (work in progress, set aside) excepted. */
export async function listFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, {withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => join(path, entry.name));
}

/** Source and file of a vintage's folder; its card may be unreadable. */
export function placeOf(folder: string): VintagePlace {
  return {source: basename(dirname(dirname(folder))), file: basename(dirname(folder))};
}

const orderOf = ({source, file, card, folder}: ArchivedVintage & VintagePlace) =>
  `${source}/${file}/${card?.collectedAt ?? ""}/${basename(folder)}`;

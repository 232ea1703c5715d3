import {mkdir, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {openArchive, placeOf} from "./open-archive.ts";
import {type ArchivedVintage, writeCard} from "./read-vintage.ts";

/** An archived vintage that is no longer what its card says. */
export interface DamagedVintage {
  source: string;
  file: string;
  /** First characters of the hash: the name of its folder. */
  id: string;
  /** What was found, as a sentence. */
  sentence: string;
}

const prefix = ".abime-";

/** Damaged vintages of the archive; nothing is moved, so that reading needs no lock. */
export async function listDamaged(dataDirectory: string): Promise<DamagedVintage[]> {
  return (await openArchive(dataDirectory))
    .filter(({damage}) => damage !== null)
    .map((vintage) => describeDamage(vintage));
}

/**
 * Moves damaged vintages aside (`.abime-<hash>`), so that their bytes are collected again; one that has its slices keeps
 * them and its card. Under the lock; returns what to tell.
 */
export async function setDamagedAside(dataDirectory: string): Promise<DamagedVintage[]> {
  const damaged = (await openArchive(dataDirectory)).filter(({damage}) => damage !== null);
  for (const vintage of damaged) await moveAside(vintage);
  return damaged.map((vintage) => describeDamage(vintage));
}

/** Folder in which a damaged vintage waits for its bytes. */
export function damagedFolder(folder: string): string {
  return join(dirname(folder), `${prefix}${basename(folder)}`);
}

/** Moves one damaged vintage aside. The card changes first: it never promises a file that is not there. */
export async function moveAside({folder, card, slices, originals}: ArchivedVintage): Promise<void> {
  const aside = damagedFolder(folder);
  await rm(aside, {recursive: true, force: true});
  if (card === null || slices.length === 0) return rename(folder, aside);
  await writeCard(folder, {...card, kept: "tranche"});
  await mkdir(aside);
  for (const name of originals) await rename(join(folder, name), join(aside, name));
}

/** A damaged vintage and its sentence. */
export function describeDamage({folder, damage}: Pick<ArchivedVintage, "folder" | "damage">): DamagedVintage {
  const {source, file} = placeOf(folder);
  const id = basename(folder);
  const sentence = `${source}/${file} : attendu le fichier archivé ${id}, trouvé ${damage} ; ses octets sont mis de côté et seront collectés de nouveau.`;
  return {source, file, id, sentence};
}

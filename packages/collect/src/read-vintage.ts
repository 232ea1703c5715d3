import {open, readdir, readFile, rename, stat, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {formatNumber, type Snapshot} from "@observatoire/catalog";
import {syncDirectory} from "./part-file.ts";

/** What the archive still holds of a vintage: the producer's file, or its slices for the territory. */
export type Kept = "entier" | "tranche";

/** `snapshot.json`, the truth about its folder; without `kept`, the producer's file is there. */
export type Card = Snapshot & {kept?: Kept};

/** The folder of one archived vintage. */
export interface ArchivedVintage {
  folder: string;
  /** Null when the card is missing or unreadable: the vintage is then damaged. */
  card: Card | null;
  kept: Kept;
  /** Names of the Parquet files that hold the territory's rows. */
  slices: readonly string[];
  /** Names of the producer's files, as received and unpacked. */
  originals: readonly string[];
  /** Why the vintage cannot be read, as the part « trouvé » of a sentence; null when it can. */
  damage: string | null;
}

const cardName = "snapshot.json";
const slicePattern = /^tranche-.+\.parquet$/;

/** Name of the slice of a vintage for one territory. */
export const sliceName = (territoire: string) => `tranche-${territoire}.parquet`;

/** Reads the folder of an archived vintage; null when there is no such folder. */
export async function readVintage(folder: string): Promise<ArchivedVintage | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const slices = names.filter((name) => slicePattern.test(name)).sort();
  const known = new Set([cardName, "refus.json", ...slices]);
  const originals = names.filter((name) => !known.has(name) && !name.endsWith(".part")).sort();
  const card = await readCard(folder);
  const kept = card?.kept ?? "entier";
  const damage =
    card === null ? cardDamage(names) : kept === "entier" ? await fileDamage(folder, card) : null;
  return {folder, card, kept, slices, originals, damage};
}

/** Replaces the card of a vintage, in one rename. */
export async function writeCard(folder: string, card: Card): Promise<void> {
  const path = join(folder, cardName);
  await writeFile(`${path}.part`, `${JSON.stringify(card, null, 2)}\n`, {flush: true, mode: 0o444});
  await rename(`${path}.part`, path);
  await syncDirectory(folder);
}

/** True when a slice is whole: Parquet ends with its signature, and a file cut short does not. */
export async function isWholeSlice(path: string): Promise<boolean> {
  try {
    const handle = await open(path, "r");
    try {
      const {size} = await handle.stat();
      const {buffer} = await handle.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4));
      return buffer.toString("latin1") === "PAR1";
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

async function readCard(folder: string): Promise<Card | null> {
  try {
    const card = JSON.parse(await readFile(join(folder, cardName), "utf8")) as Card;
    return typeof card.path === "string" && typeof card.sha256 === "string" ? card : null;
  } catch {
    return null;
  }
}

const cardDamage = (names: readonly string[]) =>
  names.includes(cardName) ? "une fiche illisible" : "aucune fiche";

async function fileDamage(folder: string, {path, unpackedBytes}: Card): Promise<string | null> {
  const name = basename(path);
  const found = await stat(join(folder, name)).catch(() => null);
  if (found === null) return `« ${name} » absent`;
  if (found.size === unpackedBytes) return null;
  return `${formatNumber(found.size)} octets au lieu de ${formatNumber(unpackedBytes)} dans « ${name} »`;
}

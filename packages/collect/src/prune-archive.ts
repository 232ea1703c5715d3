import {rename, rm, stat, unlink} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import type {Snapshot, Source, SourceFile} from "@observatoire/catalog";
import {readMemories} from "./http-memory.ts";
import {latestEditions} from "./latest-snapshot.ts";
import {openFileArchive} from "./open-archive.ts";
import {snapshotsOf} from "./open-snapshots.ts";
import {syncDirectory} from "./part-file.ts";
import {pruneSetAside} from "./prune-set-aside.ts";
import {type ArchivedVintage, type Card, isWholeSlice, sliceName, writeCard} from "./read-vintage.ts";

/** Unpacked size from which a file is heavy: its old vintages are reduced to their slices for the territory. */
export const heavyBytes = 100e6;

export interface PruneOptions {
  /** Declared sources; the archive of any other one is left alone. */
  sources: readonly Source[];
  /** `vintageKey` of what kept runs read: never touched. */
  used: ReadonlySet<string>;
  /** Territory whose slice a heavy vintage must have before its file goes. */
  territoire: string;
  /** Latest vintages of a heavy file that stay whole; of a simulated one, the latest alone. */
  fullVintages?: number;
  /** Vintages of a file that are kept at all. */
  vintages?: number;
  now: Date;
}

export interface PrunedVintage {
  source: string;
  file: string;
  vintage: string;
  /** `reduit`: its slices stay. `retire`: nothing stays. `sans-tranche`: kept whole, for its slice was never written. */
  action: "reduit" | "retire" | "sans-tranche";
  /** Bytes freed, or that could have been. */
  bytes: number;
}

type Carded = ArchivedVintage & {card: Card};

/** What names an archived file in `used`. */
export const vintageKey = ({source, file, sha256}: Pick<Snapshot, "source" | "file" | "sha256">) =>
  `${source}/${file}:${sha256}`;

/**
 * Keeps of each file its latest vintages, and of a heavy one its two latest whole. A year of a series is a file of its
 * own; a year that runs no longer read keeps slices alone. Never touched: what a kept run read, what the next run would
 * read, what the producer last answered (it would be downloaded again), and a heavy file without its slice. Each step is
 * one rename or one removal, and the card changes before the file goes: a kill leaves nothing that the next pruning does
 * not finish. Under the lock.
 */
export async function pruneArchive(dataDirectory: string, options: PruneOptions): Promise<PrunedVintage[]> {
  const pruned: PrunedVintage[] = [];
  for (const {id, files} of options.sources) {
    for (const file of files) {
      const folder = snapshotsOf(dataDirectory, id, file.id);
      const whole = (await openFileArchive(folder)).filter(isSound);
      const held = await heldVintages(folder, id, file, whole, options.used);
      for (const group of groupVintages(file, whole)) {
        for (const [rank, vintage] of group.vintages.entries()) {
          const action = await prune(vintage, {...options, rank, held, isRead: group.isRead});
          if (action) pruned.push({source: id, file: file.id, vintage: vintage.card.vintage, ...action});
        }
      }
      await pruneSetAside(folder, {
        series: file.series !== undefined,
        now: options.now,
        isUsed: (sha256) => options.used.has(vintageKey({source: id, file: file.id, sha256}))
      });
    }
  }
  return pruned;
}

/** Vintages of one file that nothing may touch, by `vintageKey`. */
async function heldVintages(
  folder: string,
  source: string,
  file: SourceFile,
  vintages: readonly Carded[],
  used: ReadonlySet<string>
): Promise<ReadonlySet<string>> {
  const readable = vintages.filter(({kept}) => kept === "entier").map(({card}) => card);
  const next = [true, false].flatMap((demo) => latestEditions(readable, source, file, {demo}));
  const answered = (await readMemories(folder)).slice(-(file.series?.years ?? 1));
  return new Set([
    ...used,
    ...next.map(vintageKey),
    ...answered.map(({sha256}) => vintageKey({source, file: file.id, sha256}))
  ]);
}

/** Real and simulated vintages apart, years of a series apart; each group latest first. */
function groupVintages(file: SourceFile, vintages: readonly Carded[]) {
  const year = ({card}: Carded) => (file.series ? card.vintageDate.slice(0, 4) : "");
  return [true, false].flatMap((simulated) => {
    const alike = vintages.filter(({card}) => card.simulated === simulated);
    const years = [...new Set(alike.map(year))].sort((a, b) => b.localeCompare(a));
    return years.map((one, index) => ({
      isRead: index < (file.series?.years ?? 1),
      vintages: alike
        .filter((vintage) => year(vintage) === one)
        .sort((a, b) => rankOf(b).localeCompare(rankOf(a), "en"))
    }));
  });
}

const rankOf = ({card}: Carded) => `${card.vintageDate} ${card.collectedAt}`;

async function prune(
  vintage: Carded,
  options: PruneOptions & {rank: number; held: ReadonlySet<string>; isRead: boolean}
): Promise<Pick<PrunedVintage, "action" | "bytes"> | null> {
  const {rank, held, isRead, territoire, fullVintages = 2, vintages = 24} = options;
  const {card, kept, folder} = vintage;
  if (kept === "tranche") await removeOriginals(vintage);
  if (held.has(vintageKey(card))) return null;
  const isHeavy = card.unpackedBytes >= heavyBytes;
  const full = card.simulated ? 1 : isRead ? fullVintages : 0;
  const isOld = rank >= (card.simulated ? 1 : vintages);
  if (!isOld && (!isHeavy || kept === "tranche" || rank < full)) return null;
  const bytes = await sizeOf(vintage);
  if (isHeavy && kept === "entier" && !card.simulated) {
    const slice = join(folder, sliceName(territoire));
    if (!(await isWholeSlice(slice))) return {action: "sans-tranche", bytes};
    if (!isOld) {
      await writeCard(folder, {...card, kept: "tranche"});
      await removeOriginals(vintage);
      return {action: "reduit", bytes};
    }
  }
  await removeVintage(folder);
  return {action: "retire", bytes};
}

/** Removes the producer's files of a vintage whose card says that its slices alone are kept. */
async function removeOriginals({folder, originals}: ArchivedVintage): Promise<void> {
  for (const name of originals) await unlink(join(folder, name));
}

/** One rename takes the vintage out of the archive; what a kill leaves of it is swept with the stages. */
async function removeVintage(folder: string): Promise<void> {
  const leaving = join(dirname(folder), `.stage-retire-${basename(folder)}`);
  await rename(folder, leaving);
  await syncDirectory(dirname(folder));
  await rm(leaving, {recursive: true, force: true});
}

async function sizeOf({folder, originals}: ArchivedVintage): Promise<number> {
  const sizes = await Promise.all(originals.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const isSound = (vintage: ArchivedVintage): vintage is Carded =>
  vintage.card !== null && vintage.damage === null;

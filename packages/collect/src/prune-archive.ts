import {rename, rm, stat, unlink} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import type {Snapshot, Source, SourceFile} from "@observatoire/catalog";
import {readMemories} from "./http-memory.ts";
import {latestEditions} from "./latest-snapshot.ts";
import {openFileArchive} from "./open-archive.ts";
import {snapshotsOf} from "./open-snapshots.ts";
import {syncDirectory} from "./part-file.ts";
import {pruneSetAside} from "./prune-set-aside.ts";
import {type ArchivedVintage, type Card, isWholeSlice, writeCard} from "./read-vintage.ts";

/** Unpacked size from which a file is heavy: its old vintages are reduced to their slices for the territory. */
export const heavyBytes = 100e6;

export interface PruneOptions {
  /** Declared sources; the archive of any other one is left alone. */
  sources: readonly Source[];
  /** `vintageKey` of what kept runs read: never touched. */
  used: ReadonlySet<string>;
  /** Latest vintages of a heavy file that stay whole, of each its latest collection; of a simulated one, the latest alone. */
  fullVintages?: number;
  /** Vintages of a file that are kept at all, by the date they bear on. */
  vintages?: number;
  now: Date;
}

export interface PrunedVintage {
  source: string;
  file: string;
  vintage: string;
  /** `reduit`: its slices stay. `retire`: nothing stays. `sans-tranche`: kept whole, for no slice of it was ever written. */
  action: "reduit" | "retire" | "sans-tranche";
  /** Bytes freed, or that could have been. */
  bytes: number;
}

type Carded = ArchivedVintage & {card: Card};

/** What names an archived file in `used`. */
export const vintageKey = ({source, file, sha256}: Pick<Snapshot, "source" | "file" | "sha256">) =>
  `${source}/${file}:${sha256}`;

/**
 * Keeps of each file its latest vintages, and of a heavy one its two latest whole. Vintages are told by the date they bear
 * on: of those that the producer corrected, the latest collection counts, and the former ones of a heavy file keep their
 * slices alone. A year of a series is a file of its own; a year that runs no longer read keeps slices alone. Never touched:
 * what a kept run read, what the next run would read, what the producer last answered (it would be downloaded again). A
 * heavy file without any slice stays whole until it is past the number of vintages kept; the slice of another territory is
 * one. Each step is one rename or one removal, and the card changes before the file goes: a kill leaves nothing that the
 * next pruning does not finish. Under the lock.
 */
export async function pruneArchive(dataDirectory: string, options: PruneOptions): Promise<PrunedVintage[]> {
  const pruned: PrunedVintage[] = [];
  for (const {id, files} of options.sources) {
    for (const file of files) {
      const folder = snapshotsOf(dataDirectory, id, file.id);
      const whole = (await openFileArchive(folder)).filter(isSound);
      const held = await heldVintages(folder, id, file, whole, options.used);
      for (const group of groupVintages(file, whole)) {
        for (const {rank, isCorrected, vintage} of rankVintages(group.vintages)) {
          const action = await prune(vintage, {...options, rank, isCorrected, held, isRead: group.isRead});
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

const rankOf = ({card}: Carded) => `${card.vintageDate} ${card.confirmedAt ?? card.collectedAt}`;

/** Rank of each by its date, the latest first; of one date, all but the latest collected were corrected since. */
function rankVintages(latestFirst: readonly Carded[]) {
  const dates = [...new Set(latestFirst.map(({card}) => card.vintageDate))];
  return latestFirst.map((vintage, index) => ({
    vintage,
    rank: dates.indexOf(vintage.card.vintageDate),
    isCorrected: latestFirst[index - 1]?.card.vintageDate === vintage.card.vintageDate
  }));
}

async function prune(
  vintage: Carded,
  options: PruneOptions & {rank: number; isCorrected: boolean; held: ReadonlySet<string>; isRead: boolean}
): Promise<Pick<PrunedVintage, "action" | "bytes"> | null> {
  const {rank, isCorrected, held, isRead, fullVintages = 2, vintages = 24} = options;
  const {card, kept, folder} = vintage;
  if (kept === "tranche") await removeOriginals(vintage);
  if (held.has(vintageKey(card))) return null;
  const isHeavy = card.unpackedBytes >= heavyBytes;
  const full = card.simulated ? 1 : isRead ? fullVintages : 0;
  const isKept = rank < (card.simulated ? 1 : vintages);
  if (isKept && (kept === "tranche" || (!isCorrected && (!isHeavy || rank < full)))) return null;
  const bytes = await sizeOf(vintage);
  if (isKept && isHeavy && !card.simulated) {
    if (!(await hasSlice(vintage))) return {action: "sans-tranche", bytes};
    await writeCard(folder, {...card, kept: "tranche"});
    await removeOriginals(vintage);
    return {action: "reduit", bytes};
  }
  await removeVintage(folder);
  return {action: "retire", bytes};
}

/** True when the rows of a territory, whichever it was then, are kept beside the file. */
async function hasSlice({folder, slices}: ArchivedVintage): Promise<boolean> {
  const whole = await Promise.all(slices.map((name) => isWholeSlice(join(folder, name))));
  return whole.includes(true);
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

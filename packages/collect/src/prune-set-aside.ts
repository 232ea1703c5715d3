import {readdir, readFile, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import type {Snapshot} from "@observatoire/catalog";
import type {Refusal} from "./refusal.ts";

const keptForMs = 30 * 86_400_000;

const byteless = "sans octets";

interface SetAside {
  path: string;
  /** Hash of the bytes, when the card still tells. */
  sha256: string;
  /** Refused or damaged, and the year it bears on when the file is a series: each keeps its latest one. */
  kind: string;
  at: number;
}

/**
 * Removes what was set aside (refused, damaged) of a source file more than 30 days ago, or before a later one; never what a
 * kept run read. Refusals without bytes take no room: each stays its 30 days.
 */
export async function pruneSetAside(
  folder: string,
  {series, now, isUsed}: {series: boolean; now: Date; isUsed: (sha256: string) => boolean}
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\.(refuse|abime)-/.test(name)).map((name) => readSetAside(folder, name, series))
  );
  const latestFirst = found.sort((a, b) => b.at - a.at);
  for (const [index, {path, sha256, kind, at}] of latestFirst.entries()) {
    const isLatest = latestFirst.findIndex((one) => one.kind === kind) === index;
    if (isUsed(sha256)) continue;
    if ((!isLatest && kind !== byteless) || now.getTime() - at > keptForMs)
      await rm(path, {recursive: true, force: true});
  }
}

async function readSetAside(folder: string, name: string, series: boolean): Promise<SetAside> {
  const path = join(folder, name);
  const {mtimeMs} = await stat(join(path, "refus.json")).catch(() => stat(path));
  const card = await readFile(join(path, "snapshot.json"), "utf8")
    .then((text) => JSON.parse(text) as Partial<Snapshot>)
    .catch((): Partial<Snapshot> => ({}));
  const refusal = await readFile(join(path, "refus.json"), "utf8")
    .then((text) => JSON.parse(text) as Partial<Refusal>)
    .catch((): Partial<Refusal> => ({}));
  if (refusal.sansOctets) return {path, sha256: "", kind: byteless, at: mtimeMs};
  const year = series ? (card.vintageDate ?? "").slice(0, 4) : "";
  return {path, sha256: card.sha256 ?? "", kind: `${name.split("-")[0]} ${year}`, at: mtimeMs};
}

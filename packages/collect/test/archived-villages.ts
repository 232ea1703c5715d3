import {mkdirSync, truncateSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Source} from "@observatoire/catalog";
import type {Card} from "../src/read-vintage.ts";
import {villagesModule} from "./villages.ts";

/** The tiny source of these tests, as a series or not. */
export function villagesSource(series?: {years: number}): Source {
  return villagesModule({kind: "http", url: "http://127.0.0.1:9/{annee}"}, series ? {series} : {}).source;
}

export interface ArchivedVillages extends Partial<Card> {
  /** Names of territories whose slice is there. */
  slices?: readonly string[];
}

/** Writes an archived vintage of the villages; its file is as large as its card says, and takes no room (a sparse file). */
export function writeVintage(data: string, {slices = [], ...facts}: ArchivedVillages): string {
  const sha256 = (facts.sha256 ?? "").padEnd(12, "0");
  const path = `snapshots/villages/population/${sha256.slice(0, 12)}/villages.csv`;
  const card: Card = {
    source: "villages",
    file: "population",
    path,
    origin: "",
    kind: "telecharge",
    bytes: 10,
    unpackedBytes: 10,
    etag: null,
    lastModified: null,
    vintage: "2025",
    vintageDate: "2025-12-31",
    collectedAt: "2026-01-01T00:00:00.000Z",
    simulated: false,
    rows: null,
    ...facts,
    sha256
  };
  const folder = join(data, path, "..");
  mkdirSync(folder, {recursive: true});
  for (const name of ["villages.csv", "villages.csv.gz"]) writeFileSync(join(folder, name), "");
  truncateSync(join(folder, "villages.csv"), card.unpackedBytes);
  for (const territoire of slices) writeFileSync(join(folder, `tranche-${territoire}.parquet`), "PAR1…PAR1");
  writeFileSync(join(folder, "snapshot.json"), JSON.stringify(card));
  return folder;
}

/** Writes a vintage set aside after its collection, or an answer refused without its bytes, some days before `now`. */
export function writeRefused(
  data: string,
  name: string,
  {now, days, sansOctets = false}: {now: Date; days: number; sansOctets?: boolean}
): string {
  const folder = join(data, "snapshots/villages/population", `.refuse-${name}`);
  mkdirSync(folder, {recursive: true});
  const path = join(folder, "refus.json");
  writeFileSync(path, JSON.stringify(sansOctets ? {sansOctets: {}} : {}));
  const at = new Date(now.getTime() - days * 86_400_000);
  utimesSync(path, at, at);
  return folder;
}

import {formatDate, type Snapshot, type Source, type SourceFailure} from "@observatoire/catalog";

export type Freshness = "a_jour" | "en_retard" | "perimee" | "absente";

const day = 86_400_000;

/** Age of a snapshot, in days from the date its vintage bears on, and what its source's limits say of it. */
export function ageOf(source: Source, snapshot: Snapshot, today: string): {days: number; state: Freshness} {
  const days = Math.floor(
    (Date.parse(today.slice(0, 10)) - Date.parse(snapshot.vintageDate.slice(0, 10))) / day
  );
  const {warnAfterDays, errorAfterDays} = source.freshness;
  return {days, state: days > errorAfterDays ? "perimee" : days > warnAfterDays ? "en_retard" : "a_jour"};
}

/**
 * What a figure says of a source past one of its limits, or null. No count of days: the words, and the pages with them,
 * change when the state changes and not every morning.
 */
export function lateSentence(source: Source, snapshot: Snapshot, today: string): string | null {
  const {state} = ageOf(source, snapshot, today);
  if (state === "perimee") return staleSentence(source, snapshot);
  if (state === "a_jour") return null;
  return `${dataOf(snapshot)}, édition suivante attendue depuis le ${formatDate(expectedBefore(source, snapshot))}.`;
}

/** What a figure says of a source past its last limit. */
export function staleSentence({freshness}: Source, snapshot: Snapshot): string {
  return `${dataOf(snapshot)}, périmées depuis le ${formatDate(addDays(snapshot.vintageDate.slice(0, 10), freshness.errorAfterDays))}.`;
}

/** « Données au 31 décembre 2025 »; a list or a file known by the day it came out says that it is that day. */
function dataOf({vintage, vintageDate}: Snapshot): string {
  const isRelease = /^(?:fichier|liste) du /.test(vintage);
  return `Données au ${formatDate(vintageDate)}${isRelease ? " (date de publication)" : ""}`;
}

/** ISO date from which a snapshot is late: when the next edition should have come. */
export function expectedBefore(source: Source, snapshot: Snapshot): string {
  return addDays(snapshot.vintageDate.slice(0, 10), source.freshness.warnAfterDays);
}

/** What a figure says of a source that cannot be refreshed. */
export function failingSentence(snapshot: Snapshot, {since}: Pick<SourceFailure, "since">): string {
  return `${dataOf(snapshot)}, actualisation en échec depuis le ${formatDate(since)}.`;
}

/** ISO date, some days after an instant. */
export function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * day).toISOString().slice(0, 10);
}

import {
  formatDate,
  formatNumber,
  type Snapshot,
  type Source,
  type SourceFailure
} from "@observatoire/catalog";

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

/** What a figure says of a late source, or null. */
export function lateSentence(source: Source, snapshot: Snapshot, today: string): string | null {
  const {days, state} = ageOf(source, snapshot, today);
  if (state === "a_jour") return null;
  return `Source en retard au ${formatDate(today)} : millésime « ${snapshot.vintage} », vieux de ${formatNumber(days)} jours pour une limite de ${formatNumber(source.freshness.warnAfterDays)}.`;
}

/** ISO date from which a snapshot is late: when the next edition should have come. */
export function expectedBefore(source: Source, snapshot: Snapshot): string {
  const limit = Date.parse(snapshot.vintageDate.slice(0, 10)) + source.freshness.warnAfterDays * day;
  return new Date(limit).toISOString().slice(0, 10);
}

/** What a figure says of a source that cannot be refreshed. */
export function failingSentence({vintageDate}: Snapshot, {since}: SourceFailure): string {
  return `Données au ${formatDate(vintageDate)}, actualisation en échec depuis le ${formatDate(since)}.`;
}

/** ISO date, some days after an instant. */
export function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * day).toISOString().slice(0, 10);
}

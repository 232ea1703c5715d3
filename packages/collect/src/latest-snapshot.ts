import type {Snapshot, SourceFile} from "@observatoire/catalog";

/**
 * The version of a file to read: real beats simulated always, and simulated counts in the demo only; then the latest
 * vintage, then the latest collection. Null when there is none.
 */
export function latestSnapshot(
  snapshots: readonly Snapshot[],
  source: string,
  file: string,
  {demo}: {demo: boolean}
): Snapshot | null {
  const [best] = snapshots
    .filter(
      (snapshot) => snapshot.source === source && snapshot.file === file && (demo || !snapshot.simulated)
    )
    .sort((a, b) => rankOf(b).localeCompare(rankOf(a), "en"));
  return best ?? null;
}

/** The versions of a file that a run reads, latest first: one, or one a year for a series, never real years beside simulated ones. */
export function latestEditions(
  snapshots: readonly Snapshot[],
  source: string,
  file: SourceFile,
  {demo}: {demo: boolean}
): Snapshot[] {
  const latest = latestSnapshot(snapshots, source, file.id, {demo});
  if (latest === null || !file.series) return latest ? [latest] : [];
  const alike = snapshots.filter(({simulated}) => simulated === latest.simulated);
  const years = [
    ...new Set(alike.filter((one) => one.source === source && one.file === file.id).map(yearOf))
  ];
  return years
    .sort((a, b) => b.localeCompare(a))
    .slice(0, file.series.years)
    .flatMap(
      (year) =>
        latestSnapshot(
          alike.filter((one) => yearOf(one) === year),
          source,
          file.id,
          {demo}
        ) ?? []
    );
}

const yearOf = ({vintageDate}: Snapshot) => vintageDate.slice(0, 4);

const rankOf = ({simulated, vintageDate, confirmedAt, collectedAt}: Snapshot) =>
  `${simulated ? "0" : "1"} ${vintageDate} ${confirmedAt ?? collectedAt}`;

import type {Snapshot} from "@observatoire/catalog";

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

const rankOf = ({simulated, vintageDate, collectedAt}: Snapshot) =>
  `${simulated ? "0" : "1"} ${vintageDate} ${collectedAt}`;

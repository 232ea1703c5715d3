import type {Snapshot, Source} from "@observatoire/catalog";

/**
 * Versions of the files of a source that sums of sizes are compared with. While the source fails, what it gave since then is
 * not yet the rule: its files came one by one, and those that passed would make room for the one that was refused. A file,
 * or a year of a series, that had no version then counts by its first one. A size that a person accepted ends it.
 */
export function sizeBaseline(
  archived: readonly Snapshot[],
  {files}: Pick<Source, "files">,
  failingSince: string | null
): Snapshot[] {
  if (failingSince === null) return [...archived];
  const accepted = archived.filter(({sizeAccepted}) => sizeAccepted).map(({collectedAt}) => collectedAt);
  const isRule = ({collectedAt}: Snapshot) =>
    collectedAt < failingSince || accepted.some((at) => collectedAt <= at);
  const series = new Set(files.filter((file) => file.series).map(({id}) => id));
  const groupOf = ({file, simulated, vintageDate}: Snapshot) =>
    `${file} ${simulated} ${series.has(file) ? vintageDate.slice(0, 4) : ""}`;
  return [...new Set(archived.map(groupOf))].flatMap((group) => {
    const versions = archived.filter((snapshot) => groupOf(snapshot) === group);
    const before = versions.filter(isRule);
    if (before.length > 0) return before;
    return [...versions].sort((a, b) => a.collectedAt.localeCompare(b.collectedAt, "en")).slice(0, 1);
  });
}

import {formatNumber, type SourceFile} from "@observatoire/catalog";

/** A file of a folder that could be one source file. */
export interface Candidate {
  /** Relative to the folder. */
  path: string;
  rows: number | null;
  covered: number | null;
  vintage: string;
  vintageDate: string;
}

/** Of several files for one source file: the wider coverage of the perimeter, then the later vintage, then more rows. */
export function chooseCandidate<T extends Candidate>(
  candidates: readonly T[]
): {winner: T; losers: readonly {candidate: T; reason: string}[]} | null {
  const [winner, ...others] = [...candidates].sort(
    (a, b) =>
      (b.covered ?? 0) - (a.covered ?? 0) ||
      b.vintageDate.localeCompare(a.vintageDate, "en") ||
      (b.rows ?? 0) - (a.rows ?? 0) ||
      a.path.localeCompare(b.path, "fr")
  );
  if (winner === undefined) return null;
  return {winner, losers: others.map((candidate) => ({candidate, reason: explain(winner, candidate)}))};
}

/** The choice for a file, or one choice a year for a series, oldest first. */
export function chooseEditions<T extends Candidate>(file: SourceFile, candidates: readonly T[]) {
  const years = file.series
    ? [...new Set(candidates.map(({vintageDate}) => vintageDate.slice(0, 4)))].sort()
    : [""];
  return years.flatMap(
    (year) => chooseCandidate(candidates.filter(({vintageDate}) => vintageDate.startsWith(year))) ?? []
  );
}

function explain(winner: Candidate, loser: Candidate): string {
  if ((winner.covered ?? 0) !== (loser.covered ?? 0)) {
    const [more, less] = [winner.covered ?? 0, loser.covered ?? 0].map((count) => formatNumber(count));
    return `« ${winner.path} » couvre davantage de communes du périmètre (${more} contre ${less})`;
  }
  if (winner.vintageDate !== loser.vintageDate) {
    return `« ${winner.path} » est plus récent (${winner.vintage} contre ${loser.vintage})`;
  }
  if ((winner.rows ?? 0) !== (loser.rows ?? 0)) {
    const [more, less] = [winner.rows ?? 0, loser.rows ?? 0].map((count) => formatNumber(count));
    return `« ${winner.path} » compte davantage de lignes (${more} contre ${less})`;
  }
  return `« ${winner.path} » dit la même chose`;
}

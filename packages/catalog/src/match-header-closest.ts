/**
 * The header, among those nobody declared, that is probably one of these names rewritten: near enough to it, or the only
 * stranger of the file.
 */
export function closestName(names: readonly string[], candidates: readonly string[]): string | undefined {
  const named = candidates.filter((candidate) => candidate.trim() !== "");
  const scored = named
    .map((candidate) => ({
      candidate,
      score: Math.max(...names.map((name) => similarity(plain(name), plain(candidate))))
    }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && (best.score >= 0.5 || named.length === 1) ? best.candidate.trim() : undefined;
}

/** Without case, accents or punctuation: what a rewriting changes most often. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Share of the pairs of letters that two words have in common. */
function similarity(a: string, b: string): number {
  const grams = (text: string) =>
    new Set(Array.from({length: Math.max(0, text.length - 1)}, (_, i) => text.slice(i, i + 2)));
  const left = grams(a);
  const right = grams(b);
  const common = [...left].filter((gram) => right.has(gram)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

import {fold} from "@observatoire/catalog";

/** An entry as `recherche.json` holds it: kind, title, detail, address from the root, extra words. */
export type RawEntry = readonly [kind: string, title: string, detail: string, path: string, words: string];

export interface IndexedEntry {
  raw: RawEntry;
  title: string;
  words: readonly string[];
}

const abbreviations: Readonly<Record<string, string>> = {st: "saint", ste: "sainte"};

/** Folds titles and words once, when the index arrives. */
export function indexEntries(entries: readonly RawEntry[]): IndexedEntry[] {
  return entries.map((raw) => {
    const title = fold(raw[1]);
    return {raw, title, words: [...new Set(`${title} ${fold(raw[2])} ${fold(raw[4])}`.split(" "))]};
  });
}

/**
 * Entries in which every word of the query begins a word, best first: same title, title that begins so, the rest in
 * order. Accents, capitals and punctuation do not count, and "st" finds "saint".
 */
export function matchEntries(index: readonly IndexedEntry[], query: string, limit = 8): RawEntry[] {
  const folded = fold(query)
    .split(" ")
    .map((word) => abbreviations[word] ?? word)
    .join(" ");
  if (folded === "") return [];
  const asked = folded.split(" ");
  const found: {raw: RawEntry; rank: number}[] = [];
  for (const {raw, title, words} of index) {
    if (!asked.every((word) => words.some((own) => own.startsWith(word)))) continue;
    found.push({
      raw,
      rank: title === folded ? 0 : title.startsWith(folded) ? 1 : words.includes(folded) ? 2 : 3
    });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({raw}) => raw);
}

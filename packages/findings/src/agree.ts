/** French number agreement: plural from 2 in absolute value ("1,9 point", "2 points", "0 emploi"). */
export function agree(count: number, singular: string, plural: string): string {
  return Math.abs(count) < 2 ? singular : plural;
}

/** `["a", "b", "c"]` → "a, b et c". */
export function joinFr(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;
}

/** 1 → "1er" ("1re" in the feminine), 2 → "2e". */
export function formatOrdinal(rank: number, genre: "m" | "f" = "m"): string {
  if (rank === 1) return genre === "m" ? "1er" : "1re";
  return `${rank}e`;
}

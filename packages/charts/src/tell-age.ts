import type {FigureSpec} from "@observatoire/catalog";

/** Words of the mark of stale data, the same in every medium. */
export const staleWords = "Données périmées";

/**
 * What a figure says of the age of its data, a sentence for each source that fails or is late; sources are named when
 * they do not all say the same. Empty when all is well.
 */
export function tellAge({sources}: Pick<FigureSpec, "sources">): string[] {
  const titles = new Map<string, string[]>();
  for (const {title, failing, late} of sources) {
    const sentence = failing ?? late;
    if (sentence !== null) titles.set(sentence, [...(titles.get(sentence) ?? []), title]);
  }
  return [...titles].map(([sentence, named]) =>
    named.length === sources.length
      ? sentence
      : `${named.join(", ")}\u00a0: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
  );
}

/** True when one of the sources is past its last limit, and there is something to see. */
export function isStale({sources, empty, rows}: Pick<FigureSpec, "sources" | "empty" | "rows">): boolean {
  return empty === null && rows.length > 0 && sources.some(({stale}) => stale === true);
}

export type FigureFreshness = "a_jour" | "en_retard" | "actualisation_en_echec" | "perimee";

/** The worst of its sources, in one word for the files. */
export function freshnessOf({sources}: Pick<FigureSpec, "sources">): FigureFreshness {
  if (sources.some(({stale}) => stale)) return "perimee";
  if (sources.some(({failing}) => typeof failing === "string")) return "actualisation_en_echec";
  return sources.some(({late}) => late !== null) ? "en_retard" : "a_jour";
}

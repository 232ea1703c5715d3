import {type FigureSpec, statuts} from "@observatoire/catalog";
import {freshnessOf, simulatedWords, staleWords} from "@observatoire/charts";

/** What a figure must say beside it, in words: simulated, stale, worst statut. */
export function figureMarks(spec: FigureSpec): string[] {
  const stale = spec.empty === null && spec.rows.length > 0 && freshnessOf(spec) === "perimee";
  const {label, sign} = statuts[spec.statut];
  return [
    ...(spec.simulated ? [simulatedWords] : []),
    ...(stale ? [staleWords] : []),
    ...(spec.statut === "connu" ? [] : [`${label.charAt(0).toUpperCase()}${label.slice(1)} (${sign})`])
  ];
}

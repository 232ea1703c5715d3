import {paint} from "../palette.ts";

export interface ColumnStyle {
  fill: string;
  /** Edge of a solid part. */
  rim: string;
  /** Hatches and edge of a provisional part. */
  line: string;
  text: string;
}

/** Told apart by lightness first: accent, middle grey, pale with an edge. From the base up. */
export const columnStyles: readonly [ColumnStyle, ColumnStyle, ColumnStyle] = [
  {fill: paint("accent"), rim: paint("surface"), line: paint("accent"), text: paint("accent")},
  {fill: paint("grey-3"), rim: paint("surface"), line: paint("grey-2"), text: paint("muted")},
  {fill: paint("grid"), rim: paint("grey-3"), line: paint("grey-3"), text: paint("muted")}
];

export function hatchId(idPrefix: string, index: number): string {
  return `${idPrefix}-hachures-${index}`;
}

/** One pattern per part: hatches of its colour, closer together for the first, on its own pale ground. */
export function drawHatches(idPrefix: string, count: number): string {
  const patterns = columnStyles.slice(0, count).map(({line}, index) => {
    const size = index === 0 ? 6 : 8;
    const ground = paint(index === 2 ? "grid" : "surface");
    const width = [2.6, 2, 1.2][index] ?? 1;
    return `<pattern id="${hatchId(idPrefix, index)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${ground}"/><path d="M-1,1L1,-1M0,${size}L${size},0M${size - 1},${size + 1}L${size + 1},${size - 1}" stroke="${line}" stroke-width="${width}"/></pattern>`;
  });
  return `<defs>${patterns.join("")}</defs>`;
}

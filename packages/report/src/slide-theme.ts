import {palette} from "@observatoire/charts";

/** Inches of a 16:9 slide, and what its parts share. */
export const slide = {width: 13.333, height: 7.5, rim: 0.55, top: 1.95, bottom: 6.62} as const;

/** Present on every machine: a font that is missing would move every line. */
export const face = "Arial";

const hex = (colour: string) => colour.replace("#", "").toUpperCase();

export const ink = {
  text: hex(palette["--fig-text"]),
  muted: hex(palette["--fig-muted"]),
  accent: hex(palette["--fig-accent"]),
  soft: "EEF4FA",
  grid: "D9DEE3",
  warn: hex(palette["--fig-warn"]),
  strict: "7D1228",
  white: "FFFFFF"
} as const;

/** Size of a text that must hold in a number of lines: a long one is smaller. */
export function fitSize(
  text: string,
  {sizes, inches, lines}: {sizes: readonly number[]; inches: number; lines: number}
): number {
  const smallest = sizes.at(-1) ?? 10;
  // A letter of Arial is half as wide as it is tall, on average.
  return sizes.find((size) => Math.ceil((text.length * size * 0.52) / 72 / inches) <= lines) ?? smallest;
}

/** A text no longer than a number of letters, cut between two words. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, "")}…`;
}

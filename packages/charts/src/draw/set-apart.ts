import {extent, quantileSorted} from "d3";

/** Where a value stands on an axis: inside, or off it, above or below. */
export type Side = "inside" | "above" | "below";

const fence = 3;
const flattened = 1.5;

/**
 * Side of each value: those that lie more than three interquartile ranges away are set apart, when drawing them to scale
 * would flatten the others by half or more. Fewer than eight values: all inside.
 */
export function setApart(values: readonly number[]): Side[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = quantileSorted(sorted, 0.25) ?? 0;
  const high = quantileSorted(sorted, 0.75) ?? 0;
  const far = fence * (high - low);
  const sides = values.map((value): Side => {
    if (value > high + far) return "above";
    return value < low - far ? "below" : "inside";
  });
  const kept = values.filter((_, index) => sides[index] === "inside");
  const apart = values.length >= 8 && span(values) > flattened * span(kept);
  return apart ? sides : values.map(() => "inside");
}

function span(values: readonly number[]): number {
  const [least = 0, most = 0] = extent(values);
  return most - least;
}

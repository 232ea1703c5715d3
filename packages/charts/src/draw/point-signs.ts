import {paint} from "../palette.ts";
import {circle} from "./map-shapes.ts";

export interface PointSign {
  fill: string;
  /** SVG path of the sign around a place, of the area of a circle of that radius. */
  path: (x: number, y: number, radius: number) => string;
  /** How far the sign reaches, in radii. */
  reach: number;
}

/** Groups by colour and by shape, of equal areas: disc, square on its corner, triangle. */
export const pointSigns: readonly [PointSign, PointSign, PointSign] = [
  {fill: paint("accent"), path: circle, reach: 1},
  {fill: paint("contrary"), path: diamond, reach: 1.25},
  {fill: paint("grey-2"), path: triangle, reach: 1.4}
];

/** Half diagonal d: 2 d² = π r². */
function diamond(x: number, y: number, radius: number): string {
  const d = radius * Math.sqrt(Math.PI / 2);
  return `M${at(x)},${at(y - d)}L${at(x + d)},${at(y)}L${at(x)},${at(y + d)}L${at(x - d)},${at(y)}Z`;
}

/** Side a of an equilateral triangle: √3/4 a² = π r²; its centre at a third of its height. */
function triangle(x: number, y: number, radius: number): string {
  const a = radius * Math.sqrt((4 * Math.PI) / Math.sqrt(3));
  const high = (a * Math.sqrt(3)) / 2;
  const base = y + high / 3;
  return `M${at(x)},${at(base - high)}L${at(x + a / 2)},${at(base)}L${at(x - a / 2)},${at(base)}Z`;
}

function at(value: number): string {
  return value.toFixed(1);
}

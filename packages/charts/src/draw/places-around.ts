import {drawLine} from "../markup.ts";
import {paint} from "../palette.ts";
import type {Box} from "../place-labels.ts";

export interface Disc {
  centre: readonly [number, number];
  radius: number;
}

/** Where a name may stand: its box, and the point and anchor of its text. */
export interface NamePlace extends Box {
  x: number;
  anchor: "start" | "middle" | "end";
  /** Not against its disc: a line must lead to it. */
  far: boolean;
}

const directions = [0, 180, -90, 90, -45, 45, -135, 135, -20, 20, -160, 160, -70, 70, -110, 110];
const gap = 4;
const steps = [16, 30, 46, 64, 84];

/** Places around a disc from the best to the least good: against it, then further and further, up to `reach` pixels. */
export function placesAround(disc: Disc, size: {width: number; height: number}, reach: number): NamePlace[] {
  const near = directions.slice(0, 8).map((angle) => placeAt(disc, size, angle, gap, false));
  const far = steps.filter((step) => step <= reach);
  return [
    ...near,
    ...far.flatMap((step) => directions.map((angle) => placeAt(disc, size, angle, gap + step, true)))
  ];
}

function placeAt(
  {centre: [cx, cy], radius}: Disc,
  {width, height}: {width: number; height: number},
  angle: number,
  distance: number,
  far: boolean
): NamePlace {
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const [x, y] = [cx + dx * (radius + distance), cy + dy * (radius + distance)];
  const anchor = dx > 0.1 ? "start" : dx < -0.1 ? "end" : "middle";
  const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  const y0 = y - height / 2 + (dy * height) / 2;
  return {x, anchor, far, x0, x1: x0 + width, y0, y1: y0 + height};
}

/** Thin line from the edge of the disc to the nearest point of the name. */
export function drawPointer(place: NamePlace, disc: Disc): string {
  const {from, to} = pointerOf(place, disc);
  return drawLine(from, to, {stroke: paint("grey-2")});
}

const samples = 12;

/** True when the line to a name crosses none of the names already there. */
export function isPointerClear(place: NamePlace, disc: Disc, taken: readonly Box[]): boolean {
  const {from, to} = pointerOf(place, disc);
  return Array.from({length: samples + 1}, (_, step) => step / samples).every((part) => {
    const x = from[0] + (to[0] - from[0]) * part;
    const y = from[1] + (to[1] - from[1]) * part;
    return !taken.some((box) => x > box.x0 - 2 && x < box.x1 + 2 && y > box.y0 && y < box.y1);
  });
}

function pointerOf(place: NamePlace, {centre: [cx, cy], radius}: Disc) {
  const x = Math.max(place.x0, Math.min(place.x1, cx));
  const y = Math.max(place.y0, Math.min(place.y1, cy));
  const length = Math.hypot(x - cx, y - cy) || 1;
  const start = Math.min(radius, length) / length;
  const from: [number, number] = [cx + (x - cx) * start, cy + (y - cy) * start];
  const to: [number, number] = [x, y];
  return {from, to};
}

import {expect, test} from "vitest";
import {swarm} from "./swarm.ts";

test("dots apart stay on the line; dots together are moved just enough", () => {
  const dot = (x: number) => ({x, radius: 5, first: false});
  expect(swarm([dot(0), dot(20)])).toEqual([0, 0]);
  const [first, second] = swarm([dot(10), dot(10)]);
  // Same x: the distance is the sum of the radii.
  expect(first).toBe(0);
  expect(Math.abs(second ?? 0)).toBeCloseTo(10, 1);
});

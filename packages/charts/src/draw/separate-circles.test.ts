import {expect, test} from "vitest";
import {separateCircles} from "./separate-circles.ts";

test("circles that touch are separated by at least the sum of their radii, the small one moving more", () => {
  const circles = [
    {x: 0, y: 0, radius: 20},
    {x: 5, y: 0, radius: 5},
    {x: 200, y: 0, radius: 5}
  ];
  const [big, small, far] = separateCircles(circles);
  expect(Math.hypot((small?.x ?? 0) - (big?.x ?? 0), (small?.y ?? 0) - (big?.y ?? 0))).toBeGreaterThan(25.5);
  expect(Math.abs(big?.x ?? 99)).toBeLessThan(Math.abs((small?.x ?? 0) - 5));
  expect(far).toEqual({x: 200, y: 0});
});

import {expect, test} from "vitest";
import {separateCircles} from "./separate-circles.ts";

test("circles that touch are separated by at least the sum of their radii, the small one moving more", () => {
  const circles = [
    {x: 100, y: 0, radius: 20},
    {x: 105, y: 0, radius: 5},
    {x: 200, y: 0, radius: 5}
  ];
  const [big, small, far] = separateCircles(circles, 300);
  expect(Math.hypot((small?.x ?? 0) - (big?.x ?? 0), (small?.y ?? 0) - (big?.y ?? 0))).toBeGreaterThan(25.5);
  expect(Math.abs((big?.x ?? 0) - 100)).toBeLessThan(Math.abs((small?.x ?? 0) - 105));
  expect(far).toEqual({x: 200, y: 0});
});

test("circles pushed against the edge stay inside and still apart", () => {
  const circles = Array.from({length: 5}, (_, index) => ({x: 12 + index, y: 0, radius: 10}));
  const places = separateCircles(circles, 60);
  for (const [i, a] of places.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(11);
    for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(20);
  }
});

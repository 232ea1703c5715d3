import {expect, test} from "vitest";
import {drawPointer, isPointerClear, placesAround} from "./places-around.ts";

const disc = {centre: [100, 100], radius: 10} as const;
const size = {width: 40, height: 10};

test("names stand against the disc first, then further up to the reach", () => {
  const [right, left] = placesAround(disc, size, 0);
  // 100 + 10 + 4 px of gap = 114; the name is 40 wide and centred on 100.
  expect(right).toMatchObject({anchor: "start", x0: 114, x1: 154, y0: 95, y1: 105, far: false});
  expect(left).toMatchObject({anchor: "end", x0: 46, x1: 86});
  expect(placesAround(disc, size, 0)).toHaveLength(8);
  expect(placesAround(disc, size, 16)).toHaveLength(8 + 16);
});

test("a pointer goes from the edge of the disc to the name, and crosses no other name", () => {
  const far = placesAround(disc, size, 16)[8]!;
  expect(far).toMatchObject({far: true, x0: 130});
  expect(drawPointer(far, disc)).toContain('x1="110" y1="100" x2="130" y2="100"');
  expect(isPointerClear(far, disc, [{x0: 115, x1: 120, y0: 90, y1: 110}])).toBe(false);
  expect(isPointerClear(far, disc, [{x0: 115, x1: 120, y0: 120, y1: 130}])).toBe(true);
});

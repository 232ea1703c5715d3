import {expect, test} from "vitest";
import {setApart} from "./set-apart.ts";

// Quartiles 1.75 and 5.25 of 0…7: fences at −8.75 and 15.75.
test("a value far from the others is set apart, on its side", () => {
  const sides = setApart([0, 1, 2, 3, 4, 5, 6, 7, 60, -50]);
  expect(sides.slice(0, 8).every((side) => side === "inside")).toBe(true);
  expect(sides.slice(8)).toEqual(["above", "below"]);
});

test("nothing is set apart among few values, or when the others stay readable", () => {
  expect(setApart([0, 1, 2, 90])).toEqual(["inside", "inside", "inside", "inside"]);
  expect(new Set(setApart([0, 10, 4.9, 5, 5, 5, 5.1, 5, 5]))).toEqual(new Set(["inside", "above", "below"]));
  expect(new Set(setApart([0, 1, 2, 3, 4, 5, 6, 7]))).toEqual(new Set(["inside"]));
});

import {expect, test} from "vitest";
import {overlaps, placeBox, spreadLabels} from "./place-labels.ts";

const label = (wanted: number, priority = 1) => ({wanted, height: 10, priority});

test("labels with room stay where they want", () => {
  expect(spreadLabels([label(20), label(50)], 0, 100)).toEqual([20, 50]);
});

test("two that touch share the move", () => {
  // Wanted 50 and 54, 10 high: centres 47 and 57 keep the mean at 52.
  expect(spreadLabels([label(50), label(54)], 0, 100)).toEqual([47, 57]);
});

test("the edges hold", () => {
  expect(spreadLabels([label(0), label(1)], 0, 100)).toEqual([5, 15]);
});

test("without room the lowest priority is dropped", () => {
  expect(spreadLabels([label(5, 1), label(5, 3), label(5, 2)], 0, 20)).toEqual([null, 5, 15]);
});

test("a box goes to the first free candidate, or nowhere", () => {
  const box = (x0: number) => ({x0, x1: x0 + 10, y0: 0, y1: 10});
  const bounds = {x0: 0, y0: 0, x1: 40, y1: 10};
  expect(placeBox([box(0), box(20)], [box(5)], bounds)).toEqual(box(20));
  expect(placeBox([box(0), box(35)], [box(5)], bounds)).toBeNull();
  expect(overlaps(box(0), box(10))).toBe(false);
});

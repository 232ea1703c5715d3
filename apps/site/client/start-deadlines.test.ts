import {expect, test} from "vitest";
import {isOverdue} from "./start-deadlines.ts";

test("an edition is overdue the day after it was expected", () => {
  expect(isOverdue("2027-06-14", new Date("2027-06-14T22:00:00Z"))).toBe(false);
  expect(isOverdue("2027-06-14", new Date("2027-06-15T00:00:00Z"))).toBe(true);
});

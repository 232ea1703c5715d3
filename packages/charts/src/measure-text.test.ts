import {expect, test} from "vitest";
import {measureText, wrapText} from "./measure-text.ts";

test("an accent has no width, a bold text is wider", () => {
  expect(measureText("éte", 14)).toBe(measureText("ete", 14));
  expect(measureText("Meaux", 14, true)).toBeGreaterThan(measureText("Meaux", 14));
});

test("lines break at spaces and after hyphens, never at a no-break space", () => {
  expect(wrapText("Nord Est 77\u00a0– Meaux", 60, 14)).toEqual(["Nord Est", "77\u00a0–", "Meaux"]);
  expect(wrapText("Chauconin-Neufmontiers", 90, 14)).toEqual(["Chauconin-", "Neufmontiers"]);
});

test("what does not fit ends with an ellipsis", () => {
  const lines = wrapText("Fabrication de produits en caoutchouc et en plastique", 110, 14, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});

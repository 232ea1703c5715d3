import {expect, test} from "vitest";
import {formatTable} from "./format-table.ts";

test("numbers to the right, nulls empty", () => {
  expect(
    formatTable([
      {nom: "Meaux", n: 56905},
      {nom: null, n: 7}
    ])
  ).toBe("nom        n\n─────  ─────\nMeaux  56905\n           7\n");
  expect(formatTable([])).toBe("aucune ligne\n");
});

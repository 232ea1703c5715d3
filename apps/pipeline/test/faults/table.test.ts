import {expect, test} from "vitest";
import {faultIds, readLines, readTable, tableHeader} from "./fault-table.ts";

test("docs/fautes.md tells the 36 faults, each once, in order", () => {
  expect(readTable().startsWith(tableHeader)).toBe(true);
  expect([...readLines().keys()]).toEqual(faultIds);
});

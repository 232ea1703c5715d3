import {expect, test} from "vitest";
import {faultIds, readLines, readTable, tableHeader} from "./fault-table.ts";

// While the table is being written, its lines come from the other files of this folder.
test.skipIf(process.env.OBSERVATOIRE_ECRIRE)(
  "docs/fautes.md tells the 36 faults, each once, in order",
  () => {
    expect(readTable().startsWith(tableHeader)).toBe(true);
    expect([...readLines().keys()]).toEqual(faultIds);
  }
);

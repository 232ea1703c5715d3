import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {hold} from "./campaign.ts";
import {contracts, isText} from "./contract.ts";
import {generateTable} from "./generate-table.ts";
import {openStagingWorld, type StagingWorld} from "./staging-world.ts";
import {declaredLayout, writeRecord, writeText} from "./write-table.ts";

let world: StagingWorld;
beforeAll(async () => {
  world = await openStagingWorld();
});
afterAll(() => world.close());

/** What stands at a place of the file. */
type Line = {kind: "ligne" | "double" | "courte" | "longue"; row: number} | {kind: "vide"};

describe.each(contracts.filter(isText))("$name", (contract) => {
  const file = {...contract.file, maxRejectedShare: 1};

  test("read = loaded + rejected + identical duplicates, whatever the file holds", async () => {
    const generated = generateTable(contract.module.source.id, contract.file).chain((table) => {
      const rank = fc.nat(table.rows.length - 1);
      const extra = fc.oneof(
        fc.record({
          kind: fc.constantFrom("double" as const, "courte" as const, "longue" as const),
          row: rank
        }),
        fc.constant({kind: "vide" as const})
      );
      const own = table.rows.map((_, row): Line => ({kind: "ligne", row}));
      return fc.record({
        table: fc.constant(table),
        lines: fc
          .array(extra, {maxLength: 8})
          .chain((extras) =>
            fc.shuffledSubarray([...own, ...extras], {minLength: own.length + extras.length})
          ),
        layout: fc.record({
          lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
          byteOrderMark: fc.boolean(),
          lastLineEnd: fc.boolean()
        })
      });
    });
    await hold(generated, async ({table, lines, layout}) => {
      const full = {...declaredLayout(file), ...layout};
      // A text with a line end inside its quotes is one row on two lines.
      const write = (cells: readonly string[]) => writeRecord([...cells, "deux\nlignes"], full);
      const text = lines.map((line) => {
        if (line.kind === "vide") return "";
        const cells = table.rows[line.row]!;
        if (line.kind === "courte") return writeRecord(cells.slice(0, -1), full);
        return line.kind === "longue" ? write([...cells, "de trop"]) : write(cells);
      });
      const header = writeRecord([...table.columns.map((column) => column.header), "remarques"], full);
      const path = writeText([header, ...text], full);
      const count = (...kinds: Line["kind"][]) => lines.filter(({kind}) => kinds.includes(kind)).length;
      const {account} = await world.read({...contract, file}, path);
      const read = count("ligne", "double", "courte", "longue");
      const rejected = count("courte", "longue");
      const isDeduplicated = file.reduced === undefined && file.key.length > 0;
      const duplicates = isDeduplicated ? count("double") : 0;
      expect(account).toMatchObject({read, rejected, duplicates, loaded: read - rejected - duplicates});
    });
  });
});

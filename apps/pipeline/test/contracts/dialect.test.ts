import {inspectFile} from "@observatoire/warehouse";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {hold} from "./campaign.ts";
import {contracts, isText} from "./contract.ts";
import {generateTable, type Table} from "./generate-table.ts";
import {expectRefusal} from "./refusal.ts";
import {openStagingWorld, type StagingWorld} from "./staging-world.ts";
import {communes} from "./world.ts";
import {declaredLayout, type TextLayout, writeRecord, writeTable, writeText} from "./write-table.ts";

let world: StagingWorld;
beforeAll(async () => {
  world = await openStagingWorld();
});
afterAll(() => world.close());

describe.each(contracts.filter(isText))("$name", (contract) => {
  const {file, module} = contract;
  const declared = declaredLayout(file);
  const tables = generateTable(module.source.id, file);
  const inspect = async (table: Table, layout: Partial<TextLayout>) =>
    inspectFile(await writeTable(file, table, {layout}), file, {where: "essai/fichier", communes});
  /** The table with a text of ours in one of its free columns, or in a column of its own. */
  const withText = ({columns, rows}: Table, text: string): Table => ({
    columns: [
      ...columns,
      {header: "remarques", name: "remarques", type: "texte", optional: true, family: null}
    ],
    rows: rows.map((cells) => [...cells, text])
  });

  test("another separator, apostrophes, backslashes: refused", async () => {
    const others = [",", ";", "\t", "|"].filter((one) => one !== declared.delimiter);
    await hold(fc.tuple(tables, fc.constantFrom(...others)), async ([table, delimiter]) => {
      await expectRefusal(inspect(table, {delimiter}), ["DIALECT"], "séparateur");
      await expectRefusal(
        inspect(table, {quote: "'", quoteAll: true, escape: '"'}),
        ["DIALECT"],
        "apostrophes"
      );
      if (declared.escape === "\\") return;
      const quoted = withText(table, 'La "Croix" haute');
      await expectRefusal(inspect(quoted, {escape: "\\"}), ["DIALECT"], "barre oblique inverse");
    });
  });

  test("another encoding: refused", async () => {
    await hold(tables, async (table) => {
      const accented = withText(table, "Crécy");
      const other = declared.encoding === "utf-8" ? "latin-1" : "utf-8";
      await expectRefusal(
        inspect(accented, {encoding: other}),
        ["ENCODING"],
        other === "latin-1" ? "Latin-1" : "UTF-8"
      );
    });
  });

  test("CRLF, a byte order mark, quotes everywhere, no last line end: the same rows", async () => {
    const layouts = fc.record({
      lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
      byteOrderMark: fc.boolean(),
      quoteAll: fc.boolean(),
      lastLineEnd: fc.boolean()
    });
    await hold(fc.tuple(tables, layouts), async ([table, layout]) => {
      const plain = await world.read(contract, await writeTable(file, table));
      const other = await world.read(contract, await writeTable(file, table, {layout}));
      expect(other).toEqual(plain);
    });
  });

  test("two sorts of line ends: refused", async () => {
    await hold(tables, async ({columns, rows}) => {
      const lines = [columns.map(({header}) => header), ...rows].map((cells) => writeRecord(cells, declared));
      const path = writeText([`${lines[0]}\r`, ...lines.slice(1)], declared);
      const reading = inspectFile(path, file, {where: "essai/fichier", communes});
      await expectRefusal(reading, ["DIALECT"], "CRLF");
    });
  });
});

import {inspectFile, quoteIdentifier, registerRaw} from "@observatoire/warehouse";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {isRead, writeUnreadable} from "./accidents.ts";
import {hold} from "./campaign.ts";
import {type Contract, contracts, isMapOnly, isText} from "./contract.ts";
import {generateTable, type Table} from "./generate-table.ts";
import {openStagingWorld, type StagingWorld} from "./staging-world.ts";
import {communes} from "./world.ts";
import {declaredLayout, writeRecord, writeTable, writeText} from "./write-table.ts";

let world: StagingWorld;
beforeAll(async () => {
  world = await openStagingWorld();
});
afterAll(() => world.close());

/** What stands at a place of the file. */
type Line = {kind: "ligne" | "double" | "courte" | "longue" | "illisible"; row: number} | {kind: "vide"};

/** Ranks of the columns where a value may be one that does not convert. */
function listConverted(contract: Contract, {columns}: Table): number[] {
  // The aggregate of a reduced text file does not read every column: a bad cell counts where it is read.
  if (isText(contract) && contract.file.reduced !== undefined) return [];
  return columns.flatMap((column, index) =>
    writeUnreadable(column) !== null && isRead(world, contract, column) ? [index] : []
  );
}

/** A healthy table, its lines in some order among others of these kinds, and the column that the unreadable ones spoil. */
function generateLines(contract: Contract, kinds: readonly Line["kind"][]) {
  return generateTable(contract.module.source.id, contract.file).chain((table) => {
    const converted = listConverted(contract, table);
    const possible = kinds.filter((kind) => kind !== "illisible" || converted.length > 0);
    const extra: fc.Arbitrary<Line> = fc
      .record({kind: fc.constantFrom(...possible), row: fc.nat(table.rows.length - 1)})
      .map(({kind, row}) => (kind === "vide" ? {kind} : {kind, row}));
    const own = table.rows.map((_, row): Line => ({kind: "ligne", row}));
    return fc.record({
      table: fc.constant(table),
      spoilt: converted.length > 0 ? fc.constantFrom(...converted) : fc.constant(0),
      lines: fc
        .array(extra, {minLength: 1, maxLength: 8})
        .chain((extras) => fc.shuffledSubarray([...own, ...extras], {minLength: own.length + extras.length}))
    });
  });
}

function cellsOf(
  {columns, rows}: Table,
  {kind, row}: Exclude<Line, {kind: "vide"}>,
  spoilt: number
): string[] {
  const cells = rows[row]!;
  return kind === "illisible" ? cells.with(spoilt, writeUnreadable(columns[spoilt]!)!) : [...cells];
}

/** What the account must say of these lines, whatever file holds them. */
function expectAccount({file}: Contract, lines: readonly Line[]) {
  const count = (...kinds: Line["kind"][]) => lines.filter(({kind}) => kinds.includes(kind)).length;
  const read = count("ligne", "double", "courte", "longue", "illisible");
  const rejected = count("courte", "longue", "illisible");
  const isDeduplicated = file.reduced === undefined && file.key.length > 0;
  const duplicates = isDeduplicated ? count("double") : 0;
  return {read, rejected, duplicates, loaded: read - rejected - duplicates};
}

const tolerant = (contract: Contract): Contract => ({
  ...contract,
  file: {...contract.file, maxRejectedShare: 1}
});

describe.each(contracts.filter(isText))("$name", (contract) => {
  const layouts = fc.record({
    lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
    byteOrderMark: fc.boolean(),
    lastLineEnd: fc.boolean()
  });

  test("read = loaded + rejected + identical duplicates, whatever the file holds", async () => {
    const generated = generateLines(contract, ["double", "courte", "longue", "illisible", "vide"]);
    await hold(fc.tuple(generated, layouts), async ([{table, lines, spoilt}, layout]) => {
      const full = {...declaredLayout(contract.file), ...layout};
      // A text with a line end inside its quotes is one row on two lines.
      const write = (cells: readonly string[]) => writeRecord([...cells, "deux\nlignes"], full);
      const text = lines.map((line) => {
        if (line.kind === "vide") return "";
        const cells = cellsOf(table, line, spoilt);
        if (line.kind === "courte") return writeRecord(cells.slice(0, -1), full);
        return line.kind === "longue" ? write([...cells, "de trop"]) : write(cells);
      });
      const header = writeRecord([...table.columns.map((column) => column.header), "remarques"], full);
      const {account} = await world.read(tolerant(contract), writeText([header, ...text], full));
      expect(account).toMatchObject(expectAccount(contract, lines));
    });
  });
});

describe.each(contracts.filter((one) => !isText(one) && !isMapOnly(one)))("$name", (contract) => {
  test("read = loaded + rejected + identical duplicates, whatever the records hold", async () => {
    await hold(generateLines(contract, ["double", "illisible"]), async ({table, lines, spoilt}) => {
      const rows = lines.flatMap((line) => (line.kind === "vide" ? [] : [cellsOf(table, line, spoilt)]));
      const types = Object.fromEntries(table.columns.map(({header}) => [header, "varchar"]));
      const path = await writeTable(contract.file, {...table, rows}, {types});
      const {account} = await world.read(tolerant(contract), path);
      expect(account).toMatchObject(expectAccount(contract, lines));
    });
  });
});

// Contours have no staging, hence no account: every shape of the file is counted, and stands in the raw view.
describe.each(contracts.filter(isMapOnly))("$name", (contract) => {
  test("read = shapes of the file, some of them twice", async () => {
    await hold(generateLines(contract, ["double"]), async ({table, lines, spoilt}) => {
      const rows = lines.flatMap((line) => (line.kind === "vide" ? [] : [cellsOf(table, line, spoilt)]));
      const {declared, file, form} = contract;
      const path = await writeTable(file, {...table, rows});
      const {rows: read} = await inspectFile(path, file, {where: "essai/fichier", communes});
      expect(read).toBe(lines.length);
      await registerRaw(world.warehouse, "essai", declared, {path, form});
      const staged = await world.warehouse.all(`from raw.${quoteIdentifier(`essai__${declared.id}`)}`);
      expect(staged).toHaveLength(read);
    });
  });
});

import {describeHeaderChanges} from "@observatoire/catalog";
import {
  inspectFile,
  openWarehouse,
  quoteIdentifier,
  registerRaw,
  type Warehouse
} from "@observatoire/warehouse";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {hold} from "./campaign.ts";
import {type Contract, contracts} from "./contract.ts";
import {type GeneratedColumn, generateTable, type Table} from "./generate-table.ts";
import {double, headers, indices, pick, relabel, rewritings} from "./header-table.ts";
import {expectRefusal} from "./refusal.ts";
import {communes} from "./world.ts";
import {writeTable} from "./write-table.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterAll(() => warehouse.close());

const inspect = async ({file}: Contract, table: Table) =>
  inspectFile(await writeTable(file, table), file, {where: "essai/fichier", communes});

/** Values of the declared columns, as `raw.*` gives them. */
async function readRaw(contract: Contract, table: Table, columns: readonly string[]): Promise<unknown[][]> {
  const {declared, form, file} = contract;
  const name = await registerRaw(warehouse, "essai", declared, {path: await writeTable(file, table), form});
  const rows = await warehouse.all(
    `select ${columns.map(quoteIdentifier).join(", ")} from ${name.replace(/(?<=\.).*/, quoteIdentifier)}`
  );
  return rows.map((row) => columns.map((column) => row[column]));
}

/** What a healthy file keeps whatever its header becomes. */
async function expectSameValues(contract: Contract, healthy: Table, changed: Table): Promise<void> {
  const names = healthy.columns.map(({name}) => name);
  const values = await readRaw(contract, changed, names);
  expect(values).toEqual(await readRaw(contract, healthy, names));
  for (const [index, {type}] of healthy.columns.entries()) {
    if (type !== "texte") continue;
    expect(values.map((row) => row[index])).toEqual(healthy.rows.map((row) => row[index] || null));
  }
}

const tableAnd = (contract: Contract, which: (column: GeneratedColumn) => boolean = () => true) =>
  generateTable(contract.module.source.id, contract.file).chain((table) =>
    fc.record({
      table: fc.constant(table),
      index: fc.constantFrom(...indices(table).filter((index) => which(table.columns[index]!)))
    })
  );

describe.each(contracts)("$name", (contract) => {
  const {file} = contract;

  test("rename: refused, the found name is suggested", async () => {
    const generated = fc.tuple(
      tableAnd(contract, ({optional}) => !optional),
      fc.constantFrom(...rewritings)
    );
    await hold(generated, async ([{table, index}, rewrite]) => {
      const found = rewrite(table.columns[index]!.header);
      fc.pre(!headers(table).includes(found));
      const {name, family} = table.columns[index]!;
      const reading = inspect(contract, relabel(table, index, found));
      await expectRefusal(reading, ["DRIFT_RENAME"], `« ${family ?? name} »`, `« ${found} »`);
    });
  });

  test("drop: refused when the column is required, null when it is optional", async () => {
    await hold(tableAnd(contract), async ({table, index}) => {
      const {optional, name, family} = table.columns[index]!;
      const dropped = pick(
        table,
        indices(table).filter((i) => i !== index)
      );
      if (!optional) {
        const reading = inspect(contract, dropped);
        return expectRefusal(reading, ["DRIFT_MISSING"], `« ${family ?? name} »`);
      }
      expect((await inspect(contract, dropped)).match.columns[name]).toBeNull();
      const values = await readRaw(contract, dropped, [name]);
      expect(values).toEqual(table.rows.map(() => [null]));
      expect(describeHeaderChanges(file, headers(table), headers(dropped)).join()).toContain("retirée");
    });
  });

  test("add: accepted, said, kept in raw", async () => {
    const place = fc.nat();
    await hold(fc.tuple(tableAnd(contract), place), async ([{table}, at]) => {
      const rank = at % (table.columns.length + 1);
      const extra = {
        header: "Colonne nouvelle",
        name: "Colonne nouvelle",
        type: "texte",
        optional: true,
        family: null
      } as const;
      const added: Table = {
        columns: table.columns.toSpliced(rank, 0, extra),
        rows: table.rows.map((cells, i) => cells.toSpliced(rank, 0, `valeur ${i}`))
      };
      const {match, header} = await inspect(contract, added);
      expect(match.unknown.filter((name) => name !== "geometry")).toEqual(["Colonne nouvelle"]);
      const former = (await inspect(contract, table)).header;
      expect(describeHeaderChanges(file, former, header)).toEqual([
        "Colonne ajoutée, que rien ne lit : « Colonne nouvelle »."
      ]);
      const values = await readRaw(contract, added, ["Colonne nouvelle"]);
      expect(values).toEqual(table.rows.map((_, i) => [`valeur ${i}`]));
      await expectSameValues(contract, table, added);
    });
  });

  test("reorder: accepted, said, no value moves to another column", async () => {
    const generated = tableAnd(contract).chain(({table}) =>
      fc.tuple(fc.constant(table), fc.shuffledSubarray(indices(table), {minLength: table.columns.length}))
    );
    await hold(generated, async ([table, order]) => {
      const shuffled = pick(table, order);
      const {header} = await inspect(contract, shuffled);
      const moved = order.some((from, to) => from !== to);
      const former = (await inspect(contract, table)).header;
      expect(describeHeaderChanges(file, former, header)).toEqual(
        moved ? ["Colonnes dans un autre ordre ; elles sont lues par leur nom."] : []
      );
      await expectSameValues(contract, table, shuffled);
    });
  });

  // DuckDB can write no Parquet with two columns of one name.
  test.skipIf(file.dialect.format === "parquet")("duplicate: refused, the column named", async () => {
    await hold(fc.tuple(tableAnd(contract), fc.nat()), async ([{table, index}, at]) => {
      const twin = table.columns[index]!.header.toUpperCase();
      fc.pre(file.dialect.format === "csv" || !headers(table).includes(twin));
      const doubled = double(table, index, at % (table.columns.length + 1), twin);
      await expectRefusal(inspect(contract, doubled), ["DRIFT_DUPLICATE"], "deux fois");
    });
  });

  test("case: accepted, said, same values", async () => {
    const generated = fc.tuple(tableAnd(contract), fc.boolean());
    await hold(generated, async ([{table, index}, upper]) => {
      const {header} = table.columns[index]!;
      const rewritten = upper
        ? ` ${header.toUpperCase()}`
        : header.replace(/\p{L}/u, (letter) => letter.toUpperCase());
      fc.pre(rewritten !== header);
      const changed = relabel(table, index, rewritten);
      const now = (await inspect(contract, changed)).header;
      const former = (await inspect(contract, table)).header;
      const said = describeHeaderChanges(file, former, now);
      const isSaid = rewritten.trim() !== header;
      expect(said).toEqual(
        isSaid ? [`Colonne écrite autrement : « ${rewritten.trim()} » au lieu de « ${header} ».`] : []
      );
      await expectSameValues(contract, table, changed);
    });
  });
});

import {describeHeaderChanges} from "@observatoire/catalog";
import {inspectFile, quoteIdentifier, registerRaw} from "@observatoire/warehouse";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {isRead, listAccidents} from "./accidents.ts";
import "./campaign.ts";
import {type Contract, contracts, isMapOnly, isText} from "./contract.ts";
import {generateTable, type Table} from "./generate-table.ts";
import {double, headers, indices, pick, relabel, rewritings} from "./header-table.ts";
import {expectAccidentRefused} from "./read-accident.ts";
import {expectRefusal} from "./refusal.ts";
import {openStagingWorld, type StagingWorld} from "./staging-world.ts";
import {communes} from "./world.ts";
import {writeTable} from "./write-table.ts";

// The random properties of the other files choose a column or two; here, every column of every contract is struck in turn.

let world: StagingWorld;
beforeAll(async () => {
  world = await openStagingWorld();
});
afterAll(() => world.close());

/** The same healthy file at each run: under the names of the declaration, and under the other names when it has some. */
function sampleTables({module, file}: Contract): Table[] {
  const tables = [false, true].map(
    (useAliases) =>
      fc.sample(generateTable(module.source.id, file, fc.constant(useAliases)), {seed: 77, numRuns: 1})[0]!
  );
  return tables.filter(
    (table, rank) => rank === 0 || headers(table).join("\n") !== headers(tables[0]!).join("\n")
  );
}

const inspect = async ({file}: Contract, table: Table) =>
  inspectFile(await writeTable(file, table), file, {where: "essai/fichier", communes});

async function readRaw(contract: Contract, table: Table): Promise<Record<string, unknown>[]> {
  const {declared, form, file} = contract;
  await registerRaw(world.warehouse, "essai", declared, {path: await writeTable(file, table), form});
  const names = table.columns.map(({name}) => quoteIdentifier(name));
  return world.warehouse.all(
    `select ${names.join(", ")} from raw.${quoteIdentifier(`essai__${declared.id}`)}`
  );
}

describe.each(contracts)("$name", (contract) => {
  const tables = sampleTables(contract);
  const [main] = tables as [Table];

  test("rename: each required column is refused, the found name suggested", async () => {
    for (const table of tables)
      for (const [index, {header, name, family, optional}] of table.columns.entries()) {
        const found = rewritings
          .map((_, rank) => rewritings[(index + rank) % rewritings.length]!(header))
          .find((one) => !headers(table).includes(one))!;
        if (optional) continue;
        const reading = inspect(contract, relabel(table, index, found));
        await expectRefusal(reading, ["DRIFT_RENAME"], `« ${family ?? name} »`, `« ${found} »`);
      }
  });

  test("drop: each required column is refused, the others are null", async () => {
    for (const [index, {name, family, optional}] of main.columns.entries()) {
      if (optional) continue;
      const kept = indices(main).filter((i) => i !== index);
      await expectRefusal(inspect(contract, pick(main, kept)), ["DRIFT_MISSING"], `« ${family ?? name} »`);
    }
    const required = pick(
      main,
      indices(main).filter((index) => !main.columns[index]!.optional)
    );
    const optional = main.columns.filter((column) => column.optional).map(({name}) => name);
    const {match} = await inspect(contract, required);
    expect(optional.filter((name) => match.columns[name] !== null)).toEqual([]);
    const rows = await readRaw(contract, {...required, columns: main.columns.filter((c) => !c.optional)});
    expect(rows).toHaveLength(main.rows.length);
  });

  test("duplicate: each column is refused", async (context) => {
    context.skip(
      contract.file.dialect.format === "parquet",
      "DuckDB n'écrit pas deux colonnes d'un même nom"
    );
    for (const [index, {header}] of main.columns.entries()) {
      // A record of JSON cannot hold one name twice.
      const twin = isText(contract) ? header : header.toUpperCase();
      if (!isText(contract) && twin === header) continue;
      const isFirst = index % 2 === 0;
      const doubled = double(main, index, isFirst ? 0 : main.columns.length, twin);
      const second = isFirst ? header : twin;
      await expectRefusal(inspect(contract, doubled), ["DRIFT_DUPLICATE"], "deux fois", `« ${second} »`);
    }
  });

  test("case: every column written otherwise, all are said and keep their values", async () => {
    for (const table of tables)
      for (const rewrite of [
        (header: string) => header.toUpperCase(),
        (header: string) => header.toLowerCase()
      ]) {
        const changed = {
          ...table,
          columns: table.columns.map((column) => ({...column, header: rewrite(column.header)}))
        };
        const said = describeHeaderChanges(contract.file, headers(table), headers(changed)).join("\n");
        for (const {header} of table.columns.filter((column) => rewrite(column.header) !== column.header))
          expect(said).toContain(`« ${rewrite(header)} » au lieu de « ${header} »`);
        await inspect(contract, changed);
        expect(await readRaw(contract, changed)).toEqual(await readRaw(contract, table));
      }
  });

  test("type: a value of another kind is refused in each column that staging reads", async (context) => {
    context.skip(isMapOnly(contract), "des contours pour les cartes : aucun staging ne les convertit");
    const targets = main.columns.flatMap((column, index) => {
      const accidents = isRead(world, contract, column) ? listAccidents(column) : [];
      return accidents.length === 0 ? [] : [{index, bad: accidents[index % accidents.length]!}];
    });
    context.skip(targets.length === 0, "du texte libre seulement : toute valeur s'y lit");
    for (const target of targets)
      await expectAccidentRefused(world, contract, main, {row: target.index % main.rows.length, ...target});
  });
});

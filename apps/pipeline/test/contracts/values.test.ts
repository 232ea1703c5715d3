import {inspectFile} from "@observatoire/warehouse";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {isRead, listAccidents} from "./accidents.ts";
import {hold} from "./campaign.ts";
import {contracts, isMapOnly} from "./contract.ts";
import {generateTable} from "./generate-table.ts";
import {expectAccidentRefused} from "./read-accident.ts";
import {expectRefusal} from "./refusal.ts";
import {openStagingWorld, type StagingWorld} from "./staging-world.ts";
import {communes} from "./world.ts";
import {writeTable} from "./write-table.ts";

let world: StagingWorld;
beforeAll(async () => {
  world = await openStagingWorld();
});
afterAll(() => world.close());

describe.each(contracts)("$name", (contract) => {
  test("a value of another kind is refused, with its column and the likely cause", async (context) => {
    context.skip(isMapOnly(contract), "des contours pour les cartes : aucun staging ne les convertit");
    const generated = generateTable(contract.module.source.id, contract.file).chain((table) => {
      const targets = table.columns.flatMap((column, index) =>
        isRead(world, contract, column) ? listAccidents(column).map((bad) => ({index, bad})) : []
      );
      return fc.record({
        table: fc.constant(table),
        row: fc.nat(table.rows.length - 1),
        target: targets.length > 0 ? fc.constantFrom(...targets) : fc.constant(null)
      });
    });
    await hold(generated, async ({table, row, target}) => {
      const healthy = await world.read(contract, await writeTable(contract.file, table));
      expect(healthy.account.rejected).toBe(0);
      if (target !== null) await expectAccidentRefused(world, contract, table, {row, ...target});
    });
  });

  test("codes held as numbers are refused", async (context) => {
    context.skip(contract.file.dialect.format !== "parquet", "seul un Parquet a des colonnes typées");
    await hold(generateTable(contract.module.source.id, contract.file), async (table) => {
      const column = table.columns.find(
        ({name, pattern}) => pattern !== undefined && /^siren|^siret/.test(name)
      )!;
      const path = await writeTable(contract.file, table, {types: {[column.header]: "bigint"}});
      const reading = inspectFile(path, contract.file, {where: "essai/fichier", communes});
      await expectRefusal(reading, ["TYPE"], `« ${column.name} »`, "zéros de tête perdus");
    });
  });
});

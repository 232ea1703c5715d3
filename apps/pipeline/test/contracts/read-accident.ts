import {expect} from "vitest";
import type {Accident} from "./accidents.ts";
import type {Contract} from "./contract.ts";
import type {Table} from "./generate-table.ts";
import {expectRefusal} from "./refusal.ts";
import type {StagingWorld} from "./staging-world.ts";
import {writeTable} from "./write-table.ts";

/** Holds that the file is refused once this cell of it is spoilt, with its column and the likely cause. */
export async function expectAccidentRefused(
  world: StagingWorld,
  contract: Contract,
  table: Table,
  {row, index, bad}: {row: number; index: number; bad: Accident}
): Promise<void> {
  const column = table.columns[index]!;
  const types = Object.fromEntries(table.columns.map(({header}) => [header, "varchar"]));
  const rows = table.rows.map((cells, i) => (i === row ? cells.with(index, bad.value) : cells));
  const path = await writeTable(contract.file, {...table, rows}, {types});
  const {staged} = await world.read(contract, path).catch(async (error: unknown) => {
    await expectRefusal(Promise.reject(error), [bad.code], bad.cause);
    const named = [column.name, column.header].some((one) => String(error).includes(`« ${one} »`));
    expect(named, String(error)).toBe(true);
    return {staged: null};
  });
  // Two producers drop the zero of communes themselves: staging gives it back.
  if (staged !== null)
    expect([column.name, JSON.stringify(staged)]).toEqual([
      "code_commune",
      expect.stringContaining(`"0${bad.value}"`)
    ]);
}

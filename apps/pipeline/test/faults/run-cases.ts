import {afterAll, beforeAll, expect, test} from "vitest";
import {type FaultCase, runCase} from "./fault-case.ts";
import {recordVerdict} from "./fault-table.ts";
import {createFaultWorld, type FaultWorld} from "./fault-world.ts";

/** A world of its own for these cases, published once in good health; one test a case. */
export function runCases(cases: readonly FaultCase[]): void {
  let world: FaultWorld;
  beforeAll(async () => {
    world = await createFaultWorld();
    const first = await world.refresh();
    expect(first.error?.phrase ?? "").toBe("");
    expect(first.exit).toBe(0);
  }, 180_000);
  afterAll(() => world.close(), 180_000);

  test.each(cases.map((one) => [`${one.id} : ${one.fault}`, one] as const))(
    "%s",
    {timeout: 240_000},
    async (_, one) => {
      recordVerdict(await runCase(world, one));
    }
  );
}

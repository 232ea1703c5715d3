import {rmSync} from "node:fs";
import fc from "fast-check";
import {afterAll} from "vitest";
import {folder} from "./write-table.ts";

/** Cases of each property: few by default, as many as asked with OBSERVATOIRE_CAS. */
const cases = Math.max(1, Number(process.env.OBSERVATOIRE_CAS ?? 3));
/** OBSERVATOIRE_GRAINE replays a run; a failure prints the seed and the path to its smallest case. */
const seed = Number(process.env.OBSERVATOIRE_GRAINE ?? Date.now() % 2 ** 31);
let made = 0;

/** Holds a property over generated cases; the first that fails is shown as it is, for shrinking files takes minutes. */
export async function hold<T>(
  generated: fc.Arbitrary<T>,
  property: (one: T) => Promise<void>
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(generated, async (one) => {
      made++;
      await property(one);
    }),
    {numRuns: cases, seed, endOnFailure: true}
  );
}

afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
  if (made > 0) console.info(`${made} cas engendrés, graine ${seed}`);
});

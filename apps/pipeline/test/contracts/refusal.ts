import {DataError, type ErrorCode} from "@observatoire/catalog";
import {expect} from "vitest";

/** Holds that a reading is refused, with one of these codes, in one French sentence that says each of these words. */
export async function expectRefusal(
  reading: Promise<unknown>,
  codes: readonly ErrorCode[],
  ...words: readonly string[]
): Promise<void> {
  const error = await reading.then(
    () => null,
    (caught: unknown) => caught
  );
  if (!(error instanceof DataError))
    throw error ?? new Error(`accepté, au lieu d'un refus ${codes.join(" ou ")}`);
  expect(codes, error.message).toContain(error.code);
  for (const word of words) expect(error.message).toContain(word);
  expect(error.message).toMatch(/^[^\n]+ : attendu [^\n]+, trouvé [^\n]+ ; [^\n]+\.$/);
}

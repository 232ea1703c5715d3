import type {CollectOptions} from "../src/collect-options.ts";
import {temporaryFolder} from "./temporary-folder.ts";
import {inspectVillages} from "./villages.ts";

/** The instant every collection of these tests takes place. */
export const collectedAt = "2026-11-23T10:00:00.000Z";

/** Options of a collection of villages on an empty data folder, that never waits. */
export function collectOptions(overrides: Partial<CollectOptions> = {}): CollectOptions {
  const dataDirectory = temporaryFolder();
  return {
    dataDirectory,
    projectRoot: dataDirectory,
    inspect: inspectVillages,
    now: () => new Date(collectedAt),
    sleep: async () => undefined,
    limits: {retries: 1},
    ...overrides
  };
}

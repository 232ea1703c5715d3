import type {CollectOptions} from "../src/index.ts";
import {collectModule, withLock} from "../src/index.ts";
import {inspectVillages, villagesModule} from "./villages.ts";

/**
 * Collects the villages from argv[2] into argv[3], under the lock, with the options of argv[4]: a process that the tests
 * kill, or whose environment they choose. Prints what came of it.
 */
const [, , url = "", dataDirectory = "", options = "{}"] = process.argv;
const outcome = await withLock(dataDirectory, "collect", () =>
  collectModule(villagesModule({kind: "http", url}), {
    dataDirectory,
    projectRoot: dataDirectory,
    inspect: inspectVillages,
    ...(JSON.parse(options) as Partial<CollectOptions>)
  })
);
process.stdout.write(JSON.stringify(outcome));

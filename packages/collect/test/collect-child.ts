import {collectModule, withLock} from "../src/index.ts";
import {inspectVillages, villagesModule} from "./villages.ts";

/** Collects the villages from argv[2] into argv[3], under the lock: a process that the tests kill. */
const [, , url = "", dataDirectory = ""] = process.argv;
await withLock(dataDirectory, "collect", () =>
  collectModule(villagesModule({kind: "http", url}), {
    dataDirectory,
    projectRoot: dataDirectory,
    inspect: inspectVillages
  })
);

import {pruneArchive, withLock} from "../src/index.ts";
import {villagesSource} from "./archived-villages.ts";

/** Prunes the archive of argv[2], under the lock: a process that the tests kill. */
const [, , dataDirectory = ""] = process.argv;
await withLock(dataDirectory, "refresh", () => {
  process.stdout.write("pret");
  return pruneArchive(dataDirectory, {
    sources: [villagesSource()],
    used: new Set(["villages/population:00dix0000000"]),
    now: new Date()
  });
});

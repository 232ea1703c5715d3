import {mkdir, mkdtemp, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {askedPackages, clearStaleCache, seedNpmCache} from "./seed-npm-cache.ts";

test("answers every version question with an empty folder, and forgets the rest", async () => {
  const cache = await mkdtemp(join(tmpdir(), "cache-"));
  await mkdir(join(cache, "_node/@observatoire"), {recursive: true});
  await mkdir(join(cache, "_npm/d3@7.0.0"), {recursive: true});
  await clearStaleCache(cache);
  await seedNpmCache(cache);
  expect(await readdir(cache)).toEqual(["_npm"]);
  const seeded = await readdir(join(cache, "_npm"), {recursive: true});
  expect(seeded).toContain("d3@0.0.0");
  expect(seeded).not.toContain("d3@7.0.0");
  expect(seeded.filter((name) => name.endsWith("@0.0.0"))).toHaveLength(askedPackages.length);
});

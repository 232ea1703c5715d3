import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {SourceModule} from "@observatoire/catalog";
import {createWorld} from "@observatoire/simulate";
import {projectRoot} from "./build-geography.ts";

/** Simulated files of a source, by file id, in a temporary folder; the world is geography only. */
export async function simulateSource(module: SourceModule, seed = 77): Promise<Record<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), `${module.source.id}-`));
  const world = await createWorld({seed, projectRoot, only: "geographie"});
  try {
    const files = (await module.simulate?.(world, directory)) ?? [];
    return Object.fromEntries(files.map(({file, path}) => [file, path]));
  } finally {
    world.close();
  }
}

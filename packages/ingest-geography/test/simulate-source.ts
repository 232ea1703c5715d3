import type {SourceModule} from "@observatoire/catalog";
import {createWorld} from "@observatoire/simulate";
import {projectRoot} from "./build-geography.ts";
import {temporaryFolder} from "./temporary-folder.ts";

/** Simulated files of a source, by file id, for the tests of one file; the world is geography only. */
export async function simulateSource(module: SourceModule): Promise<Record<string, string>> {
  const directory = temporaryFolder();
  const world = await createWorld({projectRoot, only: "geographie"});
  try {
    const files = (await module.simulate?.(world, directory)) ?? [];
    return Object.fromEntries(files.map(({file, path}) => [file, path]));
  } finally {
    world.close();
  }
}

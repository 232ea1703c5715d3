import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {SourceModule} from "@observatoire/catalog";
import {createWorld, worldVersion} from "@observatoire/simulate";
import {type Project, readJson} from "./project.ts";
import type {Reporter} from "./reporter.ts";

/** What `data/simulated` holds, so that an unchanged world is not simulated again. */
interface SimulatedStamp {
  seed: number;
  version: string;
  files: {source: string; file: string; path: string}[];
}

const stampName = "monde.json";

/**
 * Writes the producers' files of `modules` from the latent world into `data/simulated/<source>/`, and returns them all.
 * Files already written by the same world and seed are kept.
 */
export async function simulateFiles(
  project: Project,
  modules: readonly SourceModule[],
  {seed, reporter}: {seed: number; reporter: Reporter}
): Promise<SimulatedStamp["files"]> {
  const stampPath = join(project.simulated, stampName);
  const found = readJson<SimulatedStamp>(stampPath);
  const version = await worldVersion(project.root);
  const kept =
    found?.seed === seed && found.version === version
      ? found.files.filter(({path}) => existsSync(join(project.simulated, path)))
      : [];
  const missing = modules.filter(
    (module) => module.simulate !== null && !kept.some(({source}) => source === module.source.id)
  );
  if (missing.length === 0) return kept;

  reporter.step("simulation du monde");
  const world = await createWorld({seed, projectRoot: project.root, onProgress: reporter.progress});
  const files = [...kept];
  try {
    for (const module of missing) {
      const {id, title} = module.source;
      reporter.step(`simulation : ${title}`);
      const staged = join(project.simulated, `.stage-${id}`);
      rmSync(staged, {recursive: true, force: true});
      mkdirSync(staged, {recursive: true});
      const written = (await module.simulate?.(world, staged)) ?? [];
      rmSync(join(project.simulated, id), {recursive: true, force: true});
      renameSync(staged, join(project.simulated, id));
      files.push(
        ...written.map(({file, path}) => ({source: id, file, path: join(id, path.slice(staged.length + 1))}))
      );
    }
  } finally {
    world.close();
  }
  writeFileSync(stampPath, `${JSON.stringify({seed, version, files} satisfies SimulatedStamp, null, 1)}\n`);
  return files;
}

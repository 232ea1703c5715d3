import {readdir, stat, statfs} from "node:fs/promises";
import {join} from "node:path";
import {listDamaged, openArchive} from "@observatoire/collect";
import type {Project} from "./project.ts";
import {listRuns} from "./run-folder.ts";

export interface Storage {
  archive: {
    octets: number;
    sources: {source: string; entiers: number; tranches: number; octets: number}[];
    /** One sentence per archived file that is no longer what its card says. */
    abimes: string[];
  };
  /** A file shared by several runs counts once. */
  passages: {nombre: number; octets: number};
  /** Files received, taken or not. */
  depot: {octets: number};
  /** Bytes free on the disk of the data. */
  libre: number;
}

/** What the data folder holds and what is left on its disk. */
export async function measureStorage(project: Project): Promise<Storage> {
  const vintages = await openArchive(project.data);
  const snapshots = join(project.data, "snapshots");
  const ids = (await readdir(snapshots, {withFileTypes: true}).catch(() => []))
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .sort();
  const sources: Storage["archive"]["sources"] = [];
  for (const source of ids) {
    const sound = vintages.filter((one) => one.source === source && one.damage === null);
    sources.push({
      source,
      entiers: sound.filter(({kept}) => kept === "entier").length,
      tranches: sound.filter(({kept}) => kept === "tranche").length,
      octets: await sizeOf(join(snapshots, source))
    });
  }
  const {bavail, bsize} = await statfs(project.data);
  return {
    archive: {
      octets: sources.reduce((sum, {octets}) => sum + octets, 0),
      sources,
      abimes: (await listDamaged(project.data)).map(({sentence}) => sentence)
    },
    passages: {nombre: listRuns(project).length, octets: await sizeOf(project.runs)},
    depot: {octets: await sizeOf(join(project.data, "depot"))},
    libre: bavail * bsize
  };
}

/** Bytes of the files of a folder, those with several names (hard links) once. */
async function sizeOf(folder: string): Promise<number> {
  const seen = new Set<string>();
  let bytes = 0;
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])) {
    if (!entry.isFile()) continue;
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => null);
    const key = `${found?.dev}:${found?.ino}`;
    if (found === null || seen.has(key)) continue;
    seen.add(key);
    bytes += found.size;
  }
  return bytes;
}

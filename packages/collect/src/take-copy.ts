import {constants} from "node:fs";
import {copyFile, link, stat} from "node:fs/promises";
import {dirname} from "node:path";
import {requireFreeSpace} from "./require-free-space.ts";

const linkFrom = 512e6;

/**
 * Puts a file given by a person into the archive: a clone where the disk can, a hard link for very large files,
 * else a copy. Small files are never linked: a program that rewrites its file in place would change the archive.
 */
export async function takeCopy(from: string, to: string, where: string): Promise<void> {
  try {
    return await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE);
  } catch {
    const {size} = await stat(from);
    if (size >= linkFrom && (await tryLink(from, to))) return;
    await requireFreeSpace(dirname(to), size, where);
    await copyFile(from, to);
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false
  );
}

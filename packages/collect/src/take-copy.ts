import {constants} from "node:fs";
import {copyFile, stat} from "node:fs/promises";
import {dirname} from "node:path";
import {requireFreeSpace} from "./require-free-space.ts";

/**
 * Copies a file given by a person; a clone where the disk can. Never a link, whatever the size: the archive makes its files
 * read-only, and a program that rewrites the given one in place would change the archive.
 */
export async function takeCopy(from: string, to: string, where: string): Promise<void> {
  const {size} = await stat(from);
  await requireFreeSpace(dirname(to), size, where);
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Writes a file of this name in a folder of its own and returns its path. */
export async function temporaryFile(name: string, content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "foncier-")), name);
  await writeFile(path, content);
  return path;
}

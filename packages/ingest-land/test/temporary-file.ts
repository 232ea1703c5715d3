import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {onTestFinished} from "vitest";

/** Writes a file of this name in a folder of its own, removed at the end of the test, and returns its path. */
export async function temporaryFile(name: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "foncier-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

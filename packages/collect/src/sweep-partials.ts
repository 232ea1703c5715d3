import {readdir, rm} from "node:fs/promises";
import {hostname} from "node:os";
import {join, relative} from "node:path";
import {resumeFolder, sweepResumes} from "./resume-place.ts";
import {readLock} from "./with-lock.ts";

/**
 * Removes what a kill left (`*.part`, `.stage-*`) under `dataDirectory` and returns the paths, relative to it.
 * A download that may still be resumed stays. Does nothing while another process holds the lock.
 * Complete runs are not visited, nor what people put into `depot`: a download of theirs may end in `.part`.
 */
export async function sweepPartials(dataDirectory: string): Promise<string[]> {
  const lock = await readLock(dataDirectory);
  if (lock?.alive && !(lock.holder?.pid === process.pid && lock.holder.host === hostname())) return [];
  const swept: string[] = [];
  const [runs, depot] = [join(dataDirectory, "runs"), join(dataDirectory, "depot")];
  const visit = async (directory: string, depth: number): Promise<void> => {
    for (const entry of await readdir(directory, {withFileTypes: true}).catch(() => [])) {
      const path = join(directory, entry.name);
      const isPartial = entry.name.startsWith(".stage-") || (entry.isFile() && entry.name.endsWith(".part"));
      if (entry.name === resumeFolder) {
        swept.push(...(await sweepResumes(path)).map((stale) => relative(dataDirectory, stale)));
      } else if (isPartial) {
        await rm(path, {recursive: true, force: true});
        swept.push(relative(dataDirectory, path));
      } else if (entry.isDirectory() && depth < 4 && directory !== runs && path !== depot) {
        await visit(path, depth + 1);
      }
    }
  };
  await visit(dataDirectory, 0);
  return swept;
}

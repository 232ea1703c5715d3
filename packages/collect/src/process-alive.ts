import {readFile} from "node:fs/promises";

/** Whether the process that started at `startTicks` still runs; a later process of the same number is not it. */
export async function isAlive(pid: number, startTicks: string | null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const current = await readStartTicks(pid);
  return startTicks === null || current === null || current === startTicks;
}

/** Field 22 of /proc/<pid>/stat; null outside Linux. */
export async function readStartTicks(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

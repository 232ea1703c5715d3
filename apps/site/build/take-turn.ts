import {mkdir, open, readFile, rm} from "node:fs/promises";
import {dirname} from "node:path";
import {setTimeout as wait} from "node:timers/promises";

const patienceMs = 300_000;

/** Runs `action` while holding `path`, one process at a time: two builds into one folder spoil each other. A dead holder is replaced. */
export async function takeTurn<T>(path: string, action: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  await mkdir(dirname(path), {recursive: true});
  while (!(await create(path))) {
    if (await isAbandoned(path)) await rm(path, {force: true});
    else if (Date.now() > until) throw new Error(`une autre construction des pages dure trop : ${path}`);
    await wait(100);
  }
  try {
    return await action();
  } finally {
    await rm(path, {force: true});
  }
}

async function create(path: string): Promise<boolean> {
  try {
    const handle = await open(path, "wx");
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
  // Being written, or left empty by a kill: the next look tells.
  if (!pid) {
    await wait(1000);
    return Number(await readFile(path, "utf8").catch(() => "0")) === 0;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

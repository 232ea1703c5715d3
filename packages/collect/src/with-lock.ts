import {link, mkdir, open, readFile, rm, stat, utimes, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {join} from "node:path";
import {DataError, formatDate} from "@observatoire/catalog";
import {isAlive, readStartTicks} from "./process-alive.ts";

/** Who holds `data/.verrou`. */
export interface LockHolder {
  pid: number;
  host: string;
  /** ISO instant. */
  startedAt: string;
  /** Command that runs: "refresh". */
  purpose: string;
  /** Tells a process from a later one of the same number; null where the system does not say. */
  startTicks: string | null;
}

const lockName = ".verrou";
const unreadableAfterMs = 10_000;
/** The holder touches its lock: that of another machine, or of a container that is gone, is dead when untouched for long. */
const touchEveryMs = 60_000;
const deadElsewhereAfterMs = 30 * 60_000;

/**
 * Runs `action` alone on `dataDirectory`. A second caller fails at once with LOCKED, which says who holds the lock;
 * the lock of a process that died on this machine is taken over.
 */
export async function withLock<T>(
  dataDirectory: string,
  purpose: string,
  action: () => Promise<T>
): Promise<T> {
  await mkdir(dataDirectory, {recursive: true});
  const path = join(dataDirectory, lockName);
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    purpose,
    startTicks: await readStartTicks(process.pid)
  };
  const text = JSON.stringify(holder);
  for (let tries = 0; !(await create(path, text)); tries++) {
    const other = await readLock(dataDirectory);
    if (tries >= 3 || other?.alive) throw locked(other?.holder ?? null);
    if (other) await removeStale(path, other.text);
  }
  const touch = () => void utimes(path, new Date(), new Date()).catch(() => {});
  const beat = setInterval(touch, touchEveryMs).unref();
  try {
    return await action();
  } finally {
    clearInterval(beat);
    if ((await readFile(path, "utf8").catch(() => "")) === text) await rm(path, {force: true});
  }
}

/** The lock of `dataDirectory` and whether its process lives; null when there is none. */
export async function readLock(
  dataDirectory: string
): Promise<{holder: LockHolder | null; text: string; alive: boolean} | null> {
  const path = join(dataDirectory, lockName);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const holder = JSON.parse(text) as LockHolder;
    const isElsewhere = holder.host !== hostname();
    const alive = isElsewhere
      ? await isRecent(path, deadElsewhereAfterMs)
      : await isAlive(holder.pid, holder.startTicks);
    return {holder, text, alive};
  } catch {
    // Being written, or left empty by a kill just after its creation.
    return {holder: null, text, alive: await isRecent(path, unreadableAfterMs)};
  }
}

async function isRecent(path: string, withinMs: number): Promise<boolean> {
  const {mtimeMs} = await stat(path).catch(() => ({mtimeMs: Date.now()}));
  return Date.now() - mtimeMs < withinMs;
}

/** Two calls of one process must not share a draft: the first to end would remove the other's. */
let drafts = 0;

/** Makes a file with its content in one step: a kill between the two would leave a lock that names nobody. */
async function create(path: string, text: string): Promise<boolean> {
  const own = `${path}.${process.pid}.${++drafts}.part`;
  try {
    await writeFile(own, text);
    await link(own, path);
    return true;
  } catch (error) {
    const {code = ""} = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "EMLINK"].includes(code)) throw error;
    return createEmpty(path, text);
  } finally {
    await rm(own, {force: true});
  }
}

/** The same on a disk without hard links. */
async function createEmpty(path: string, text: string): Promise<boolean> {
  try {
    const handle = await open(path, "wx");
    await handle.writeFile(text);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead lock. One process at a time: two takers could each remove what the other has just created. */
async function removeStale(path: string, expected: string): Promise<void> {
  const turn = `${path}-reprise`;
  if (!(await create(turn, ""))) {
    const {mtimeMs} = await stat(turn).catch(() => ({mtimeMs: Date.now()}));
    if (Date.now() - mtimeMs >= unreadableAfterMs) await rm(turn, {force: true});
    return;
  }
  try {
    if ((await readFile(path, "utf8").catch(() => null)) === expected) await rm(path, {force: true});
  } finally {
    await rm(turn, {force: true});
  }
}

function locked(holder: LockHolder | null): DataError {
  const since = holder && `${formatDate(holder.startedAt)} à ${holder.startedAt.slice(11, 16)} UTC`;
  return new DataError("LOCKED", {
    where: "dossier data",
    expected: "une seule commande à la fois",
    found: holder
      ? `« ${holder.purpose} » en cours depuis le ${since} (processus ${holder.pid} sur ${holder.host})`
      : "une commande qui commence",
    action:
      holder && holder.host !== hostname()
        ? `attendre sa fin ; si cette machine est arrêtée, son verrou tombe de lui-même en 30 minutes (ou supprimer data/${lockName})`
        : "attendre sa fin, puis relancer"
  });
}

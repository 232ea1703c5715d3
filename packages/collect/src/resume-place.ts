import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** Folder, beside the archived versions of a file, of the downloads cut short that a later command may resume. */
export const resumeFolder = ".reprise";

const keptForMs = 7 * 24 * 3_600_000;

/** What tells whether the beginning of a file is still that of the file to come. */
export interface ResumeNote {
  url: string;
  /** Strong validator, sent as `If-Range`. */
  validator: string;
  /** Bytes known to be on the disk. */
  bytes: number;
  total: number | null;
  /** ISO instant. */
  savedAt: string;
}

/** The place of one address: its bytes, and the note without which they are worth nothing. */
export interface ResumePlace {
  part: string;
  /** Found at the start, its bytes being there; null when there is nothing to resume. */
  note: ResumeNote | null;
  save: (note: Omit<ResumeNote, "url" | "savedAt">) => Promise<void>;
  forget: () => Promise<void>;
}

/** Opens the place of `url` in `folder`. What is too old is removed. */
export async function openResumePlace(folder: string, url: string): Promise<ResumePlace> {
  await mkdir(folder, {recursive: true});
  await sweepResumes(folder);
  const name = createHash("sha256").update(url).digest("hex").slice(0, 16);
  const part = join(folder, `${name}.part`);
  const card = join(folder, `${name}.json`);
  return {
    part,
    note: await readNote(card, part, url),
    async save(note) {
      const text = JSON.stringify({url, ...note, savedAt: new Date().toISOString()} satisfies ResumeNote);
      await writeFile(`${card}.part`, text, {flush: true});
      await rename(`${card}.part`, card);
    },
    forget: () => rm(card, {force: true})
  };
}

/** Removes what a week has made useless, and bytes without note; returns the paths removed. */
export async function sweepResumes(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const stale: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const isLone = name.endsWith(".part") && !names.includes(name.replace(/\.part$/, ".json"));
    const {mtimeMs} = await stat(path).catch(() => ({mtimeMs: 0}));
    if (isLone || Date.now() - mtimeMs > keptForMs) stale.push(path);
  }
  for (const path of stale) await rm(path, {recursive: true, force: true});
  return stale;
}

/** The note, when its bytes are there. A whole file is asked again from its last byte: a server refuses an empty range. */
async function readNote(card: string, part: string, url: string): Promise<ResumeNote | null> {
  try {
    const note = JSON.parse(await readFile(card, "utf8")) as ResumeNote;
    const {size} = await stat(part);
    const bytes = note.total === null ? note.bytes : Math.min(note.bytes, note.total - 1);
    return note.url === url && bytes > 0 && size >= bytes ? {...note, bytes} : null;
  } catch {
    return null;
  }
}

/** Removes the folder when nothing waits in it. */
export async function leaveResumeFolder({part}: ResumePlace): Promise<void> {
  const folder = dirname(part);
  if ((await readdir(folder).catch(() => ["?"])).length === 0)
    await rm(folder, {recursive: true, force: true});
}

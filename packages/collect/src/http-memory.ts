import {readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {PreviousDownload} from "./download.ts";

/** What an address last answered. Kept outside the archive, which never changes, so that a new ETag on old bytes is remembered. */
export interface HttpMemory extends PreviousDownload {
  url: string;
  /** Address that answered, and checksum that the producer published, then. */
  reached?: string;
  published?: string;
  /** ISO instant its bytes last came; absent from old memories. */
  receivedAt?: string;
}

/** Days that « not changed » is believed: a server that keeps its ETag over other bytes is found out within a month. */
const believedDays = 31;

/** True when the bytes came lately enough for « not changed » to be believed. */
export function isBelieved({receivedAt}: HttpMemory, now: Date): boolean {
  return receivedAt !== undefined && now.getTime() - Date.parse(receivedAt) < believedDays * 86_400_000;
}

const name = ".derniere-reponse.json";

/** The last answer of `url` for this file, or null. */
export async function readHttpMemory(folder: string, url: string): Promise<HttpMemory | null> {
  return (await readMemories(folder)).find((memory) => memory.url === url) ?? null;
}

/** One memory per address, the last answer last: a series has one a year. */
export async function readMemories(folder: string): Promise<HttpMemory[]> {
  try {
    return [JSON.parse(await readFile(join(folder, name), "utf8")) as HttpMemory | HttpMemory[]].flat();
  } catch {
    return [];
  }
}

/** Remembers the answer, once its bytes are archived. */
export async function writeHttpMemory(folder: string, memory: HttpMemory): Promise<void> {
  const path = join(folder, name);
  const others = (await readMemories(folder)).filter(({url}) => url !== memory.url);
  await writeFile(`${path}.part`, `${JSON.stringify([...others, memory])}\n`);
  await rename(`${path}.part`, path);
}

import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {DataError, type ErrorCode} from "@observatoire/catalog";

/** `refus.json` of an archive set aside: why it was refused after it was collected. */
export interface Refusal {
  code: ErrorCode;
  /** French sentence. */
  phrase: string;
  /** Hash of the program that refused it: another one looks at the file again. */
  programme: string;
}

/** Folder in which the archive of these bytes waits once refused. */
export function refusedFolder(folder: string, sha256: string): string {
  return join(folder, `.refuse-${sha256.slice(0, 12)}`);
}

/** Fault of bytes that were refused before, so that they are neither received nor read again; null when they were not. */
export async function readRefusal(folder: string, sha256: string): Promise<DataError | null> {
  try {
    const text = await readFile(join(refusedFolder(folder, sha256), "refus.json"), "utf8");
    const {code, phrase} = JSON.parse(text) as Refusal;
    return new DataError(code, phrase);
  } catch {
    return null;
  }
}

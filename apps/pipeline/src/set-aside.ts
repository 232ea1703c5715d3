import {renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {DataError, type Snapshot} from "@observatoire/catalog";

/**
 * Runs a verification of an archived file, or of the years of a series. When it fails, the archive is set aside in a hidden
 * folder with the sentence, so that the next run reads the last good version without anybody's help; the same bytes received
 * again are refused again.
 */
export async function orSetAside<T>(
  data: string,
  snapshots: readonly Snapshot[],
  verify: () => Promise<T>
): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof DataError) {
      for (const {path} of snapshots) setAside(join(data, dirname(path)), error);
    }
    throw error;
  }
}

function setAside(folder: string, {code, message}: DataError): void {
  const aside = join(dirname(folder), `.refuse-${basename(folder)}`);
  rmSync(aside, {recursive: true, force: true});
  renameSync(folder, aside);
  writeFileSync(join(aside, "refus.json"), `${JSON.stringify({code, phrase: message}, null, 1)}\n`);
}

import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Path of a real extract beside the project; none is ever copied into it. */
export const realFile = (path: string): string => `${folder}${path}`;

/** Whether a real extract is absent; says so, for a skipped test must not look like a passed one. */
export function isAbsent(path: string): boolean {
  const absent = !existsSync(realFile(path));
  if (absent) console.warn(`Extrait réel absent, test sauté : shared/data/${path}`);
  return absent;
}

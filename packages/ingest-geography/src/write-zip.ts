import {writeFile} from "node:fs/promises";
import {Uint8ArrayReader, Uint8ArrayWriter, ZipWriter} from "@zip.js/zip.js";

/** A zip bears the date of its entries: a fixed one, so that the same contents make the same bytes. */
const fixedDate = new Date("2026-01-01T00:00:00Z");

/** Writes a zip of the given entries, by name, in order. */
export async function writeZip(
  path: string,
  entries: Readonly<Record<string, Uint8Array | string>>
): Promise<void> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {useWebWorkers: false, lastModDate: fixedDate});
  for (const [name, content] of Object.entries(entries)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await zip.add(name, new Uint8ArrayReader(bytes), {level: 4});
  }
  await writeFile(path, await zip.close());
}

import {Uint8ArrayReader, Uint8ArrayWriter, ZipWriter} from "@zip.js/zip.js";

export type ZipContents = Readonly<Record<string, Uint8Array | string>>;

/** Zips the given entries, by name, in order. Entries bear one fixed date: the same contents make the same bytes. */
export async function writeZip(contents: ZipContents): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    lastModDate: new Date(2026, 0, 1),
    extendedTimestamp: false
  });
  for (const [name, content] of Object.entries(contents)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await zip.add(name, new Uint8ArrayReader(bytes), {level: 4});
  }
  return zip.close();
}

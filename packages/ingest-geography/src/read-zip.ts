import {Uint8ArrayReader, Uint8ArrayWriter, ZipReader} from "@zip.js/zip.js";

/** Contents of a zip, by entry name, in its order. */
export async function readZip(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), {useWebWorkers: false});
  const entries = (await zip.getEntries()).filter((entry) => !entry.directory);
  const contents: Record<string, Uint8Array> = {};
  for (const entry of entries) contents[entry.filename] = await entry.getData(new Uint8ArrayWriter());
  await zip.close();
  return contents;
}

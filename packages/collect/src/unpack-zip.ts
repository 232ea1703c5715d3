import {type FileHandle, open} from "node:fs/promises";
import {basename, dirname} from "node:path";
import {DataError} from "@observatoire/catalog";
import {configure, type FileEntry, Reader, ZipReader} from "@zip.js/zip.js";
import {asDataError} from "./as-data-error.ts";
import {truncated} from "./describe-fault.ts";
import {openPartFile} from "./part-file.ts";
import {requireFreeSpace} from "./require-free-space.ts";
import {corrupt, requireReasonable, type UnpackLimits} from "./unpack-limits.ts";

configure({useWebWorkers: false, chunkSize: 1 << 20});

type Sink = (chunk: Uint8Array) => Promise<void>;

/** Writes the one entry whose name follows `pattern` to `target(name)`; the CRC of every entry is verified. */
export async function unpackZip(
  path: string,
  pattern: string,
  target: (name: string) => string,
  where: string,
  limits: UnpackLimits
): Promise<string> {
  return readZip(path, where, limits, async (entries, extract) => {
    const wanted = new RegExp(pattern, "iu");
    const found = entries.filter(({filename}) => wanted.test(filename) || wanted.test(basename(filename)));
    const [entry] = found;
    if (entry === undefined || found.length > 1) throw wrongEntries(where, pattern, entries, found);
    const unpacked = target(basename(entry.filename));
    await requireFreeSpace(dirname(unpacked), entry.uncompressedSize, where, 1);
    const part = await openPartFile(unpacked);
    try {
      await extract(entry, part.append);
      await part.commit();
    } finally {
      await part.discard();
    }
    for (const other of entries) if (other !== entry) await extract(other, async () => undefined);
    return unpacked;
  });
}

/** Reads every entry to verify its CRC, and keeps nothing: for containers that another library reads without checking. */
export async function verifyZip(path: string, where: string, limits: UnpackLimits): Promise<void> {
  await readZip(path, where, limits, async (entries, extract) => {
    for (const entry of entries) await extract(entry, async () => undefined);
  });
}

async function readZip<T>(
  path: string,
  where: string,
  limits: UnpackLimits,
  use: (entries: FileEntry[], extract: (entry: FileEntry, sink: Sink) => Promise<void>) => Promise<T>
): Promise<T> {
  const handle = await open(path, "r");
  const {size} = await handle.stat();
  let inflated = 0;
  // Kept aside: zip.js may report a fault of the destination as one of its own.
  let refusal: unknown = null;
  const extract = async (entry: FileEntry, sink: Sink) => {
    let bytes = 0;
    const receive = async (chunk: Uint8Array) => {
      bytes += chunk.length;
      inflated += chunk.length;
      requireReasonable(where, entry.compressedSize, bytes, limits);
      requireReasonable(where, size, inflated, limits);
      await sink(chunk);
    };
    const destination = new WritableStream<Uint8Array>({
      write: (chunk) =>
        receive(chunk).catch((error: unknown) => {
          refusal = error;
          throw error;
        })
    });
    await entry.getData(destination, {checkSignature: true});
  };
  try {
    const zip = new ZipReader(new FileReader(handle, size), {checkSignature: true});
    const entries = (await zip.getEntries({filenameValidation: "balanced"})).filter(
      (entry) => !entry.directory
    );
    // Entries that are each reasonable may not be so together, or be the same bytes many times: known before any is inflated.
    for (const entry of entries)
      requireReasonable(where, entry.compressedSize, entry.uncompressedSize, limits);
    const declared = entries.reduce((total, {uncompressedSize}) => total + uncompressedSize, 0);
    requireReasonable(where, size, declared, limits);
    for (const entry of entries) await entry.getData(new WritableStream(), {checkOverlappingEntryOnly: true});
    return await use(entries, extract);
  } catch (failure) {
    const error = refusal ?? failure;
    throw asDataError(where, error, () => describeZipFault(where, error));
  } finally {
    await handle.close();
  }
}

/** Random access to an open file. A class because zip.js extends its own. */
class FileReader extends Reader<FileHandle> {
  readonly handle: FileHandle;
  override size: number;
  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.handle = handle;
    this.size = size;
  }
  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const buffer = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    const {bytesRead} = await this.handle.read(buffer, 0, buffer.length, index);
    return buffer.subarray(0, bytesRead);
  }
}

function describeZipFault(where: string, error: unknown): DataError {
  const message = error instanceof Error ? error.message : String(error);
  if (
    /end of central directory|central directory|out of bounds|file format is not recognized/i.test(message)
  ) {
    return truncated(where, "une archive coupée avant sa fin", error);
  }
  if (/overlap/i.test(message)) return corrupt(where, "une archive dont des fichiers se recouvrent", error);
  if (/filename/i.test(message))
    return corrupt(where, "une archive dont un fichier sortirait du dossier", error);
  return corrupt(where, "une archive dont un fichier ne correspond pas à sa somme de contrôle", error);
}

function wrongEntries(where: string, pattern: string, entries: FileEntry[], found: FileEntry[]): DataError {
  const shown = (found.length > 0 ? found : entries).slice(0, 5).map(({filename}) => `« ${filename} »`);
  return new DataError("NOT_DATA", {
    where,
    expected: `un seul fichier « ${pattern} » dans l'archive`,
    found: shown.length > 0 ? shown.join(", ") : "une archive vide",
    action: "regarder l'archive, puis corriger le motif dans source.ts si le producteur a renommé le fichier"
  });
}

import {createHash} from "node:crypto";
import {open, rename, rm} from "node:fs/promises";
import {dirname} from "node:path";

export type HashAlgorithm = "sha256" | "sha1" | "md5";

export interface Checksum {
  algorithm: HashAlgorithm;
  value: string;
}

/** A file being received: a `.part` on the final disk, hashed while written, renamed only when whole. */
export interface PartFile {
  bytes: () => number;
  append: (chunk: Uint8Array) => Promise<void>;
  restart: () => Promise<void>;
  /** Hexadecimal digest of what was received so far, by one of the algorithms asked for. */
  digest: (algorithm: HashAlgorithm) => string;
  /** Makes what was received so far survive a power cut. */
  sync: () => Promise<void>;
  /** fsync, rename to the final path, fsync the directory. */
  commit: () => Promise<void>;
  /** Closes the `.part` and leaves it where it is. */
  suspend: () => Promise<void>;
  /** Removes the `.part`. */
  discard: () => Promise<void>;
}

export interface PartFileOptions {
  /** Where to receive; default: `<path>.part`. */
  at?: string | undefined;
  /** First bytes of `at` to keep, from an earlier download: read again, for the hashes to cover them. */
  keep?: number | undefined;
}

/** Opens the `.part` of `path`; `algorithms` are the hashes to keep up to date. */
export async function openPartFile(
  path: string,
  algorithms: readonly HashAlgorithm[] = [],
  {at: part = `${path}.part`, keep = 0}: PartFileOptions = {}
): Promise<PartFile> {
  const handle = await open(part, keep > 0 ? "r+" : "w");
  const startHashes = () => new Map(algorithms.map((algorithm) => [algorithm, createHash(algorithm)]));
  let hashes = startHashes();
  let bytes = 0;
  let closed = false;
  const count = (chunk: Uint8Array) => {
    for (const hash of hashes.values()) hash.update(chunk);
    bytes += chunk.length;
  };
  const close = async () => {
    if (closed) return;
    closed = true;
    await handle.close();
  };
  await handle.truncate(keep);
  const buffer = Buffer.alloc(keep > 0 ? 1 << 20 : 0);
  while (bytes < keep) {
    const {bytesRead} = await handle.read(buffer, 0, buffer.length, bytes);
    if (bytesRead === 0) break;
    count(buffer.subarray(0, bytesRead));
  }
  return {
    bytes: () => bytes,
    async append(chunk) {
      for (let written = 0; written < chunk.length; ) {
        const {bytesWritten} = await handle.write(chunk, written, chunk.length - written, bytes + written);
        written += bytesWritten;
      }
      count(chunk);
    },
    async restart() {
      await handle.truncate(0);
      bytes = 0;
      hashes = startHashes();
    },
    digest: (algorithm) => hashes.get(algorithm)?.copy().digest("hex") ?? "",
    sync: () => handle.datasync(),
    async commit() {
      await handle.sync();
      await close();
      await rename(part, path);
      await syncDirectory(dirname(path));
    },
    suspend: close,
    async discard() {
      await close();
      await rm(part, {force: true});
    }
  };
}

/** Makes the renames of a directory survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

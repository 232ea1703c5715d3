import {createHash} from "node:crypto";
import {open, rename, rm} from "node:fs/promises";
import {dirname} from "node:path";

export type HashAlgorithm = "sha256" | "sha1" | "md5";

export interface Checksum {
  algorithm: HashAlgorithm;
  value: string;
}

/** A file being received: `.part` in the final directory, hashed while written, renamed only when whole. */
export interface PartFile {
  bytes: () => number;
  append: (chunk: Uint8Array) => Promise<void>;
  restart: () => Promise<void>;
  /** Hexadecimal digest of what was received so far, by one of the algorithms asked for. */
  digest: (algorithm: HashAlgorithm) => string;
  /** fsync, rename to the final path, fsync the directory. */
  commit: () => Promise<void>;
  /** Removes the `.part`. */
  discard: () => Promise<void>;
}

/** Opens `<path>.part` empty; `algorithms` are the hashes to keep up to date. */
export async function openPartFile(
  path: string,
  algorithms: readonly HashAlgorithm[] = []
): Promise<PartFile> {
  const part = `${path}.part`;
  const handle = await open(part, "w");
  let bytes = 0;
  const startHashes = () => new Map(algorithms.map((algorithm) => [algorithm, createHash(algorithm)]));
  let hashes = startHashes();
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await handle.close();
  };
  return {
    bytes: () => bytes,
    async append(chunk) {
      for (let written = 0; written < chunk.length; ) {
        const {bytesWritten} = await handle.write(chunk, written, chunk.length - written, bytes + written);
        written += bytesWritten;
      }
      for (const hash of hashes.values()) hash.update(chunk);
      bytes += chunk.length;
    },
    async restart() {
      await handle.truncate(0);
      bytes = 0;
      hashes = startHashes();
    },
    digest: (algorithm) => hashes.get(algorithm)?.copy().digest("hex") ?? "",
    async commit() {
      await handle.sync();
      await close();
      await rename(part, path);
      await syncDirectory(dirname(path));
    },
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

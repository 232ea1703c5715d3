import {createHash} from "node:crypto";
import {open, rename, rm} from "node:fs/promises";
import {dirname} from "node:path";

export interface Checksum {
  algorithm: "sha256" | "sha1" | "md5";
  value: string;
}

/** A file being received: `.part` in the final directory, hashed while written, renamed only when whole. */
export interface PartFile {
  bytes: () => number;
  append: (chunk: Uint8Array) => Promise<void>;
  restart: () => Promise<void>;
  /** Hexadecimal digests of what was received so far. */
  digests: () => {sha256: string; checksum: string | null};
  /** fsync, rename to the final path, fsync the directory. */
  commit: () => Promise<void>;
  /** Removes the `.part`. */
  discard: () => Promise<void>;
}

/** Opens `<path>.part` empty. */
export async function openPartFile(path: string, algorithm: Checksum["algorithm"] | null): Promise<PartFile> {
  const part = `${path}.part`;
  const handle = await open(part, "w");
  let bytes = 0;
  let sha256 = createHash("sha256");
  let other = algorithm && createHash(algorithm);
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
      sha256.update(chunk);
      other?.update(chunk);
      bytes += chunk.length;
    },
    async restart() {
      await handle.truncate(0);
      bytes = 0;
      sha256 = createHash("sha256");
      other = algorithm && createHash(algorithm);
    },
    digests: () => ({
      sha256: sha256.copy().digest("hex"),
      checksum: other ? other.copy().digest("hex") : null
    }),
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

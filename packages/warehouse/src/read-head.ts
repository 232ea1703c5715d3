import {open} from "node:fs/promises";

const headBytes = 1 << 20;

/** First megabyte of a file, cut after its last whole line, and the size of the file. */
export async function readHead(path: string): Promise<{bytes: Buffer; size: number}> {
  const handle = await open(path);
  try {
    const {size} = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, headBytes));
    const {bytesRead} = await handle.read(buffer, 0, buffer.length, 0);
    const end = bytesRead < size ? buffer.lastIndexOf(10, bytesRead - 1) + 1 : bytesRead;
    return {bytes: buffer.subarray(0, end === 0 ? bytesRead : end), size};
  } finally {
    await handle.close();
  }
}

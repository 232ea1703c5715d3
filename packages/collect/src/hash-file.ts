import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";

/** SHA-256 of a file, in hexadecimal, and its size. */
export async function hashFile(path: string): Promise<{sha256: string; bytes: number}> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return {sha256: hash.digest("hex"), bytes};
}

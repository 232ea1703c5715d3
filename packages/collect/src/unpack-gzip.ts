import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {dirname} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {asDataError, systemCode} from "./as-data-error.ts";
import {truncated} from "./describe-fault.ts";
import {openPartFile} from "./part-file.ts";
import {requireFreeSpace} from "./require-free-space.ts";
import {corrupt, requireReasonable, type UnpackLimits} from "./unpack-limits.ts";

/** A gzip does not say what it holds. Tables are packed five to ten times: the least, for a guess must not refuse for good. */
const usualRatio = 5;

/** Decompresses to the end, so that a cut (TRUNCATED) or altered (CORRUPT) file is seen: DuckDB would not say. */
export async function unpackGzip(
  path: string,
  target: string,
  where: string,
  limits: UnpackLimits,
  /** Unpacked size of the former version. */
  before?: number
): Promise<void> {
  const {size} = await stat(path);
  await requireFreeSpace(dirname(target), before ?? size * usualRatio, where, 1);
  const part = await openPartFile(target);
  // A pipeline reports a fault of its last step as a mere AbortError.
  let refusal: unknown = null;
  const write = async (chunk: Buffer) => {
    await part.append(chunk);
    requireReasonable(where, size, part.bytes(), limits);
  };
  try {
    await pipeline(
      createReadStream(path, {highWaterMark: 1 << 20}),
      createGunzip({chunkSize: 1 << 20}),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          await write(chunk).catch((error: unknown) => {
            refusal = error;
            throw error;
          });
        }
      }
    );
    await part.commit();
  } catch (failure) {
    const error = refusal ?? failure;
    throw asDataError(where, error, () =>
      systemCode(error) === "Z_BUF_ERROR"
        ? truncated(where, "un fichier compressé coupé avant sa fin", error)
        : corrupt(where, "un fichier compressé altéré", error)
    );
  } finally {
    await part.discard();
  }
}

import {createHash} from "node:crypto";
import {DataError} from "@observatoire/catalog";
import type {HttpMemory} from "./http-memory.ts";

/** Bytes refused while they were received: too many, or not those of the published checksum. */
export class RefusedDownload extends DataError {
  /** The answer, under a name of its own for want of a hash of the whole. */
  readonly memory: HttpMemory;
  constructor({code, message}: DataError, memory: HttpMemory) {
    super(code, message);
    this.memory = memory;
  }

  /** The fault of a download, with the answer when it is at fault; else as it is. */
  static of(
    error: unknown,
    url: string,
    answered: Response | null,
    {published, now}: {published: string | undefined; now: Date}
  ): unknown {
    const isRefused = error instanceof DataError && (error.code === "CHECKSUM" || error.code === "SIZE");
    if (!isRefused || answered === null) return error;
    const etag = answered.headers.get("etag");
    const lastModified = answered.headers.get("last-modified");
    const name = [url, etag, lastModified, published].join("\n");
    const sha256 = createHash("sha256").update(name).digest("hex");
    const facts = published === undefined ? {} : {published};
    return new RefusedDownload(error, {
      url,
      etag,
      lastModified,
      sha256,
      ...facts,
      receivedAt: now.toISOString()
    });
  }
}

import {DataError} from "@observatoire/catalog";
import {asDataError} from "./as-data-error.ts";
import {ask} from "./ask.ts";
import {describeFault, unavailable} from "./describe-fault.ts";
import {wrongChecksum} from "./download-faults.ts";
import {defaultLimits} from "./download-limits.ts";
import type {NetworkOptions} from "./network-options.ts";
import type {Checksum} from "./part-file.ts";
import {readAnswer} from "./read-answer.ts";
import {readFileName} from "./read-file-name.ts";
import {openReception} from "./receive-body.ts";
import {retry, type Try} from "./retry.ts";
import {watchStall} from "./watch-stall.ts";

export interface DownloadProgress {
  bytes: number;
  /** Null when the server does not say. */
  total: number | null;
}

/** What the last collection of this address received. */
export interface PreviousDownload {
  etag: string | null;
  lastModified: string | null;
  sha256: string;
}

export interface DownloadOptions extends NetworkOptions {
  previous?: PreviousDownload | null;
  /** Published by the producer: a mismatch is downloaded once more, then refused. */
  checksum?: Checksum | null;
  /** Folder in which a download cut short waits for a later command to resume it; default: none does. */
  resumeIn?: string;
  onProgress?: (progress: DownloadProgress) => void;
}

export interface Download {
  outcome: "nouveau" | "inchange";
  sha256: string;
  /** Bytes of the file, or 0 when the server said it had not changed. */
  bytes: number;
  etag: string | null;
  lastModified: string | null;
  /** Address that answered, redirections followed: on the mirror when there is one. */
  reached: string;
  fileName: string;
}

/**
 * Downloads `url` to `path`, which exists only when the file is whole and new; hashed while received.
 * Throws SRC_UNAVAILABLE, SRC_GONE, TRUNCATED, CHECKSUM, SIZE or ENOSPC.
 */
export async function download(url: string, path: string, options: DownloadOptions = {}): Promise<Download> {
  const {now = () => new Date(), previous = null, checksum = null, where = url} = options;
  const limits = {...defaultLimits, ...options.limits};
  const reception = await openReception(url, path, {
    where,
    algorithms: ["sha256", checksum?.algorithm ?? "sha256"],
    maxBytes: limits.maxBytes,
    resumeIn: options.resumeIn,
    onProgress: (bytes, total) => options.onProgress?.({bytes, total})
  });
  const {part} = reception;
  let mismatches = 0;
  let furthest = part.bytes();
  /** True when what the last tries brought is kept and worth their waits. */
  const hasGained = () => {
    if (reception.validator() === null || part.bytes() - furthest < limits.stallBytes) return false;
    furthest = part.bytes();
    return true;
  };

  const attempt = async (budget: AbortSignal): Promise<Try<Download>> => {
    const watch = watchStall(limits, budget, options.onWait);
    const validator = reception.validator();
    const offset = validator === null ? 0 : part.bytes();
    let bodyStarted = false;
    try {
      const headers = requestHeaders(offset, validator, offset > 0 ? null : previous);
      const {response, address, reached} = await ask(url, {...options, where, headers, signal: watch.signal});
      watch.answered();
      const context = {
        where,
        offset,
        validator,
        total: reception.total(),
        maxWaitMs: limits.maxWaitMs,
        now: now(),
        hasChecksum: checksum !== null
      };
      const answer = readAnswer(response, context);
      if (answer.kind !== "body") await response.body?.cancel();
      if (answer.kind === "fault") {
        if (answer.restart) await reception.restart();
        return answer;
      }
      const etag = response.headers.get("etag");
      const lastModified = response.headers.get("last-modified");
      const fileName = readFileName(response.headers.get("content-disposition"), address);
      if (answer.kind === "unchanged") {
        if (previous === null) {
          const fault = unavailable(where, "« rien de nouveau » à une première demande");
          return {fault, again: true};
        }
        const validators = {etag: etag ?? previous.etag, lastModified: lastModified ?? previous.lastModified};
        const {sha256} = previous;
        return {done: {outcome: "inchange", bytes: 0, sha256, ...validators, reached, fileName}};
      }
      bodyStarted = true;
      await reception.receive(answer, watch.received);
      const total = reception.total();
      if (total !== null && part.bytes() !== total) {
        return {fault: describeFault(where, null, part.bytes()), again: true, gained: hasGained()};
      }
      const computed = checksum && part.digest(checksum.algorithm);
      if (checksum !== null && computed !== checksum.value.toLowerCase()) {
        await reception.restart();
        mismatches += 1;
        return {fault: wrongChecksum(where, checksum, computed ?? ""), again: mismatches < 2};
      }
      const sha256 = part.digest("sha256");
      const done = {sha256, bytes: part.bytes(), etag, lastModified, reached, fileName};
      if (sha256 === previous?.sha256) return {done: {outcome: "inchange", ...done}};
      await part.commit();
      return {done: {outcome: "nouveau", ...done}};
    } catch (error) {
      const received = bodyStarted ? part.bytes() : 0;
      const fault = asDataError(where, error, () => describeFault(where, error, received));
      const again = !(error instanceof DataError) && fault.code !== "ENOSPC";
      return {fault, again, gained: hasGained()};
    } finally {
      watch.stop();
    }
  };

  let resumable = false;
  try {
    return await retry(attempt, {...options, limits});
  } catch (error) {
    resumable = error instanceof DataError && ["SRC_UNAVAILABLE", "TRUNCATED"].includes(error.code);
    throw error;
  } finally {
    await reception.close(resumable);
  }
}

function requestHeaders(
  offset: number,
  validator: string | null,
  previous: PreviousDownload | null
): Record<string, string> {
  return {
    "accept-encoding": "identity",
    "user-agent": "observatoire (collecte de données ouvertes)",
    ...(offset > 0 && validator ? {range: `bytes=${offset}-`, "if-range": validator} : {}),
    ...(previous?.etag ? {"if-none-match": previous.etag} : {}),
    ...(previous?.lastModified ? {"if-modified-since": previous.lastModified} : {})
  };
}

import {dirname} from "node:path";
import {DataError} from "@observatoire/catalog";
import {asDataError} from "./as-data-error.ts";
import {describeFault, unavailable} from "./describe-fault.ts";
import {type DownloadLimits, defaultLimits} from "./download-limits.ts";
import {type Checksum, openPartFile} from "./part-file.ts";
import {type Answer, readAnswer} from "./read-answer.ts";
import {readFileName} from "./read-file-name.ts";
import {requireFreeSpace} from "./require-free-space.ts";
import {type RetryOptions, retry, type Try} from "./retry.ts";
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

export interface DownloadOptions extends Partial<Omit<RetryOptions, "limits">> {
  fetch?: typeof globalThis.fetch;
  now?: () => Date;
  previous?: PreviousDownload | null;
  /** Published by the producer: a mismatch is downloaded once more, then refused. */
  checksum?: Checksum | null;
  limits?: Partial<DownloadLimits>;
  onProgress?: (progress: DownloadProgress) => void;
  /** Names the file in the sentences; default: the address. */
  where?: string;
}

export interface Download {
  outcome: "nouveau" | "inchange";
  sha256: string;
  /** Bytes of the file, or 0 when the server said it had not changed. */
  bytes: number;
  etag: string | null;
  lastModified: string | null;
  finalUrl: string;
  fileName: string;
}

const reportEveryMs = 100;

/**
 * Downloads `url` to `path`, which exists only when the file is whole and new; hashed while received.
 * Throws SRC_UNAVAILABLE, SRC_GONE, TRUNCATED, CHECKSUM, SIZE or ENOSPC.
 */
export async function download(url: string, path: string, options: DownloadOptions = {}): Promise<Download> {
  const {fetch = globalThis.fetch, now = () => new Date(), previous = null, checksum = null} = options;
  const where = options.where ?? url;
  const limits = {...defaultLimits, ...options.limits};
  const part = await openPartFile(path, ["sha256", checksum?.algorithm ?? "sha256"]);
  let validator: string | null = null;
  let total: number | null = null;
  let mismatches = 0;

  const receive = async (answer: Answer & {kind: "body"}, watch: ReturnType<typeof watchStall>) => {
    if (!answer.resumed) await part.restart();
    if (!answer.resumed) validator = answer.validator;
    total = answer.total;
    if (total !== null) await requireFreeSpace(dirname(path), total, where);
    let reportedAt = 0;
    const report = (always: boolean) => {
      if (!always && performance.now() - reportedAt < reportEveryMs) return;
      reportedAt = performance.now();
      options.onProgress?.({bytes: part.bytes(), total});
    };
    for await (const chunk of answer.body) {
      await part.append(chunk);
      watch.received(chunk.length);
      if (part.bytes() > limits.maxBytes) throw tooLarge(where, limits.maxBytes);
      report(false);
    }
    report(true);
  };

  const attempt = async (budget: AbortSignal): Promise<Try<Download>> => {
    const watch = watchStall(limits, budget);
    const offset = validator === null ? 0 : part.bytes();
    let bodyStarted = false;
    try {
      const headers = requestHeaders(offset, validator, offset > 0 ? null : previous);
      const response = await fetch(url, {headers, signal: watch.signal, redirect: "follow"});
      const answer = readAnswer(response, {
        where,
        offset,
        validator,
        now: now(),
        hasChecksum: checksum !== null
      });
      if (answer.kind !== "body") await response.body?.cancel();
      if (answer.kind === "fault") {
        if (answer.restart) await part.restart();
        return answer;
      }
      const described = {
        etag: response.headers.get("etag"),
        lastModified: response.headers.get("last-modified"),
        finalUrl: response.url || url,
        fileName: readFileName(response.headers.get("content-disposition"), response.url || url)
      };
      if (answer.kind === "unchanged" && previous) {
        const {sha256, etag, lastModified} = previous;
        const validators = {
          etag: described.etag ?? etag,
          lastModified: described.lastModified ?? lastModified
        };
        return {done: {outcome: "inchange", bytes: 0, sha256, ...described, ...validators}};
      }
      if (answer.kind === "unchanged") {
        return {fault: unavailable(where, "« rien de nouveau » à une première demande"), again: true};
      }
      bodyStarted = true;
      await receive(answer, watch);
      if (total !== null && part.bytes() !== total) {
        return {fault: describeFault(where, null, part.bytes()), again: true};
      }
      const computed = checksum && part.digest(checksum.algorithm);
      if (checksum !== null && computed !== checksum.value.toLowerCase()) {
        await part.restart();
        validator = null;
        mismatches += 1;
        return {fault: wrongChecksum(where, checksum, computed ?? ""), again: mismatches < 2};
      }
      const done = {...described, sha256: part.digest("sha256"), bytes: part.bytes()};
      if (done.sha256 === previous?.sha256) return {done: {outcome: "inchange", ...done}};
      await part.commit();
      return {done: {outcome: "nouveau", ...done}};
    } catch (error) {
      const fault = asDataError(where, error, () =>
        describeFault(where, error, bodyStarted ? part.bytes() : 0)
      );
      return {fault, again: !(error instanceof DataError) && fault.code !== "ENOSPC"};
    } finally {
      watch.stop();
    }
  };

  try {
    return await retry(attempt, {...options, limits});
  } finally {
    await part.discard();
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

function tooLarge(where: string, maxBytes: number): DataError {
  return new DataError("SIZE", {
    where,
    expected: `au plus ${maxBytes} octets`,
    found: "davantage",
    action: "vérifier l'adresse dans source.ts"
  });
}

function wrongChecksum(where: string, checksum: Checksum, found: string): DataError {
  return new DataError("CHECKSUM", {
    where,
    expected: `l'empreinte ${checksum.algorithm} ${checksum.value} publiée par le producteur`,
    found,
    action: "réessayer plus tard, et signaler l'écart au producteur s'il dure"
  });
}

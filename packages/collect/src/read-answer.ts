import {DataError} from "@observatoire/catalog";
import {truncated, unavailable} from "./describe-fault.ts";
import {describeUntil, parseRetryAfter} from "./retry-after.ts";

/** A response, sorted: a body to receive, "not changed", or a fault with what to do next. */
export type Answer =
  | {
      kind: "body";
      body: AsyncIterable<Uint8Array>;
      resumed: boolean;
      total: number | null;
      validator: string | null;
    }
  | {kind: "unchanged"}
  | {kind: "fault"; fault: DataError; again: boolean; waitMs?: number | null; restart?: boolean};

interface AnswerContext {
  where: string;
  /** Byte asked for in the request; 0 for the whole file. */
  offset: number;
  /** Validator sent as `If-Range`. */
  validator: string | null;
  /** Length first announced for the bytes that `validator` names. */
  total: number | null;
  /** Longest wait that is accepted. */
  maxWaitMs: number;
  now: Date;
  hasChecksum: boolean;
}

const transient = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Sorts a response by its status and headers, before any byte of its body is read. */
export function readAnswer(
  response: Response,
  {where, offset, validator, total, maxWaitMs, now, hasChecksum}: AnswerContext
): Answer {
  const {status, headers} = response;
  if (status === 304) return {kind: "unchanged"};
  if (status === 404 || status === 410) return {kind: "fault", fault: gone(where, status), again: false};
  if (status === 416) {
    return {kind: "fault", fault: truncated(where, "une reprise refusée"), again: true, restart: true};
  }
  if (status !== 200 && status !== 206) {
    const asked = parseRetryAfter(headers, now);
    const found = `une erreur ${status} du serveur`;
    if (asked !== null && asked.ms > maxWaitMs) {
      const until = `${found}, qui demande d'attendre jusqu'au ${describeUntil(asked)}`;
      return {kind: "fault", fault: unavailable(where, until), again: false};
    }
    const fault = unavailable(where, found);
    return {kind: "fault", fault, again: transient.has(status) || status > 504, waitMs: asked?.ms ?? null};
  }
  const range = parseContentRange(headers.get("content-range"));
  const current = strongValidator(headers);
  const entire = range?.total ?? total;
  const follows =
    offset > 0 &&
    range?.from === offset &&
    (current === null || current === validator) &&
    // Without the length of the whole, the end of a piece would pass for that of the file.
    entire !== null &&
    (total === null || entire === total);
  if (status === 206 && !follows) {
    const fault = truncated(where, "une reprise qui ne suit pas ce qui était reçu");
    return {kind: "fault", fault, again: true, restart: true};
  }
  const encoded = !["", "identity"].includes(headers.get("content-encoding")?.trim().toLowerCase() ?? "");
  const length = headers.get("content-length");
  const framed = length !== null || /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  if ((encoded || !framed) && !hasChecksum) {
    const found = encoded
      ? "une réponse compressée dont rien ne garantit la fin"
      : "une réponse sans longueur ni empreinte, dont rien ne garantit la fin";
    return {kind: "fault", fault: truncated(where, found), again: false};
  }
  const whole = length === null || encoded ? null : Number(length);
  return {
    kind: "body",
    body: (response.body ?? []) as AsyncIterable<Uint8Array>,
    resumed: status === 206,
    total: status === 206 ? entire : whole,
    validator: current
  };
}

/** What `If-Range` may carry: a strong ETag, or a date old enough to be one (RFC 9110 §8.8.2.2). */
function strongValidator(headers: Headers): string | null {
  const etag = headers.get("etag");
  if (etag !== null) return etag.startsWith("W/") ? null : etag;
  const lastModified = headers.get("last-modified");
  const date = headers.get("date");
  if (lastModified === null || date === null) return null;
  return Date.parse(date) - Date.parse(lastModified) >= 1000 ? lastModified : null;
}

function parseContentRange(header: string | null): {from: number; total: number | null} | null {
  const found = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header?.trim() ?? "");
  if (!found) return null;
  return {from: Number(found[1]), total: found[2] === "*" ? null : Number(found[2])};
}

function gone(where: string, status: number): DataError {
  return new DataError("SRC_GONE", {
    where,
    expected: "le fichier à cette adresse",
    found: `une erreur ${status} : le producteur l'a retiré ou déplacé`,
    action: "chercher la nouvelle adresse sur la page de la source et la mettre dans source.ts"
  });
}

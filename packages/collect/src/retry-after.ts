import {formatDate} from "@observatoire/catalog";

/** What a `Retry-After` header asks: how long, and until when. */
export interface AskedWait {
  ms: number;
  until: Date;
}

/** Thirty years: beyond, no date can be written. */
const longestMs = 1e12;

/**
 * Wait asked by a `Retry-After` header, seconds or an HTTP date; null when absent or unreadable. Counted from the server's
 * own `Date` when it gives one: the clock of a machine may be wrong.
 */
export function parseRetryAfter(headers: Headers, now: Date): AskedWait | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  const dated = Date.parse(headers.get("date") ?? "");
  const origin = Number.isNaN(dated) ? now.getTime() : dated;
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - origin;
  if (Number.isNaN(asked)) return null;
  const ms = Math.min(Math.max(0, asked), longestMs);
  return {ms, until: new Date(origin + ms)};
}

/** "23 novembre 2026, 14:05 UTC". */
export function describeUntil({until}: AskedWait): string {
  const iso = until.toISOString();
  return `${formatDate(iso)}, ${iso.slice(11, 16)}\u00a0UTC`;
}

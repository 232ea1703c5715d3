import {setTimeout as wait} from "node:timers/promises";
import type {DataError} from "@observatoire/catalog";
import type {DownloadLimits} from "./download-limits.ts";

/** What one try gave: the result, or a fault with whether another try may help and how long the server asks to wait. */
export type Try<T> = {done: T} | {fault: DataError; again: boolean; waitMs?: number | null};

export interface RetryOptions {
  limits: DownloadLimits;
  sleep?: (ms: number) => Promise<unknown>;
  /** Between 0 and 1: spreads the tries of several machines. */
  random?: () => number;
}

/** Tries until done, with exponential back-off and jitter; `budget` is aborted when the total time is spent. */
export async function retry<T>(
  attempt: (budget: AbortSignal) => Promise<Try<T>>,
  {limits, sleep = (ms) => wait(ms), random = Math.random}: RetryOptions
): Promise<T> {
  const endsAt = performance.now() + limits.totalMs;
  const budget = AbortSignal.timeout(limits.totalMs);
  for (let index = 0; ; index++) {
    const outcome = await attempt(budget);
    if ("done" in outcome) return outcome.done;
    const backoff = limits.backoffMs * 2 ** index * (0.5 + random());
    const waitMs = Math.min(Math.max(outcome.waitMs ?? 0, backoff), limits.maxWaitMs);
    const spent = performance.now() + waitMs >= endsAt;
    if (!outcome.again || index >= limits.retries || spent) throw outcome.fault;
    await sleep(waitMs);
  }
}

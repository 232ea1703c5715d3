import {setTimeout as wait} from "node:timers/promises";
import type {DataError} from "@observatoire/catalog";
import type {DownloadLimits} from "./download-limits.ts";

/** What one try gave: the result, or a fault with whether another try may help and how long the server asks to wait. */
export type Try<T> = {done: T} | {fault: DataError; again: boolean; waitMs?: number | null};

/** A wait that is told, so that nothing is silent: how long at most, and why. */
export interface Wait {
  ms: number;
  /** French words: "une erreur 503 du serveur". */
  reason: string;
}

export interface RetryOptions {
  limits: DownloadLimits;
  sleep?: (ms: number) => Promise<unknown>;
  /** Between 0 and 1: spreads the tries of several machines. */
  random?: () => number;
  /** Instant of `performance.now()` past which nothing is tried any more, whatever `limits.totalMs` still allows. */
  endsAt?: number | undefined;
  onWait?: ((wait: Wait) => void) | undefined;
}

/** Tries until done, with exponential back-off and jitter; `budget` is aborted when the total time is spent. */
export async function retry<T>(
  attempt: (budget: AbortSignal) => Promise<Try<T>>,
  {limits, sleep = (ms) => wait(ms), random = Math.random, onWait, ...options}: RetryOptions
): Promise<T> {
  const startedAt = performance.now();
  const endsAt = Math.min(options.endsAt ?? Number.POSITIVE_INFINITY, startedAt + limits.totalMs);
  const budget = AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - startedAt)));
  for (let index = 0; ; index++) {
    const outcome = await attempt(budget);
    if ("done" in outcome) return outcome.done;
    const backoff = limits.backoffMs * 2 ** index * (0.5 + random());
    const waitMs = Math.min(Math.max(outcome.waitMs ?? 0, backoff), limits.maxWaitMs);
    const spent = performance.now() + waitMs >= endsAt;
    if (!outcome.again || index >= limits.retries || spent) throw outcome.fault;
    await tellWait(waitMs, outcome.fault.found ?? outcome.fault.message);
  }

  async function tellWait(ms: number, reason: string): Promise<void> {
    const until = performance.now() + ms;
    onWait?.({ms, reason});
    const timer = setInterval(() => onWait?.({ms: Math.max(0, until - performance.now()), reason}), 1000);
    try {
      await sleep(ms);
    } finally {
      clearInterval(timer);
    }
  }
}

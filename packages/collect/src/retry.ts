import {setTimeout as wait} from "node:timers/promises";
import type {DataError} from "@observatoire/catalog";
import type {DownloadLimits} from "./download-limits.ts";
import type {Outage} from "./watch-outage.ts";

/**
 * What one try gave: the result, or a fault with whether another try may help, how long the server asks to wait, and
 * whether more was received than ever before, to be kept: the count of tries then starts again.
 */
export type Try<T> = {done: T} | {fault: DataError; again: boolean; waitMs?: number | null; gained?: boolean};

/** A wait that is told, so that nothing is silent: how long at most, and why. */
export interface Wait {
  ms: number;
  /** French words: "une erreur 503 du serveur". */
  reason: string;
  /** The new try that is waited for, and how many there may be; told once, when the wait begins. */
  retry?: {number: number; of: number};
}

export interface RetryOptions {
  limits: DownloadLimits;
  sleep?: (ms: number) => Promise<unknown>;
  /** Between 0 and 1: spreads the tries of several machines. */
  random?: () => number;
  /** Instant of `performance.now()` past which nothing is tried any more, whatever `limits.totalMs` still allows. */
  endsAt?: number | undefined;
  onWait?: ((wait: Wait) => void) | undefined;
  /** While the network is out, nothing is tried twice. */
  outage?: Outage | undefined;
}

/** Tries until done, with exponential back-off and jitter; `budget` is aborted when the total time is spent. */
export async function retry<T>(
  attempt: (budget: AbortSignal) => Promise<Try<T>>,
  {limits, sleep = (ms) => wait(ms), random = Math.random, onWait, outage, ...options}: RetryOptions
): Promise<T> {
  const startedAt = performance.now();
  const endsAt = Math.min(options.endsAt ?? Number.POSITIVE_INFINITY, startedAt + limits.totalMs);
  const budget = AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - startedAt)));
  for (let index = 0; ; index++) {
    const outcome = await attempt(budget);
    if ("done" in outcome) return outcome.done;
    if (outcome.gained) index = 0;
    const retries = outage?.isOut() ? 0 : limits.retries;
    const backoff = limits.backoffMs * 2 ** index * (0.5 + random());
    const waitMs = Math.min(Math.max(outcome.waitMs ?? 0, backoff), limits.maxWaitMs);
    const spent = performance.now() + waitMs >= endsAt;
    if (!outcome.again || index >= retries || spent) throw outcome.fault;
    const retry = {number: index + 1, of: retries};
    await tellWait({ms: waitMs, reason: outcome.fault.found ?? outcome.fault.message, retry});
  }

  async function tellWait(told: Wait): Promise<void> {
    const {ms, reason} = told;
    const until = performance.now() + ms;
    onWait?.(told);
    const timer = setInterval(() => onWait?.({ms: Math.max(0, until - performance.now()), reason}), 1000);
    try {
      await sleep(ms);
    } finally {
      clearInterval(timer);
    }
  }
}

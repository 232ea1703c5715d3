import type {DownloadLimits} from "./download-limits.ts";

/** A signal that aborts when fewer than `stallBytes` arrive during `stallMs`, or when the budget is spent. */
export interface StallWatch {
  signal: AbortSignal;
  received: (bytes: number) => void;
  stop: () => void;
}

/** Starts the watch of one request; `received(bytes)` feeds it, `stop()` ends it. */
export function watchStall(
  {stallMs, stallBytes}: Pick<DownloadLimits, "stallMs" | "stallBytes">,
  budget: AbortSignal
): StallWatch {
  const controller = new AbortController();
  let sinceMark = 0;
  let markedAt = performance.now();
  const timer = setInterval(
    () => {
      if (performance.now() - markedAt >= stallMs) controller.abort(new Error("STALL"));
    },
    Math.max(10, stallMs / 8)
  );
  return {
    signal: AbortSignal.any([controller.signal, budget]),
    received(bytes) {
      sinceMark += bytes;
      if (sinceMark < stallBytes) return;
      sinceMark = 0;
      markedAt = performance.now();
    },
    stop: () => clearInterval(timer)
  };
}

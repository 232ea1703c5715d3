import type {DownloadLimits} from "./download-limits.ts";
import type {Wait} from "./retry.ts";

/** A signal that aborts when fewer than `stallBytes` arrive during `stallMs`, when the budget is spent, or once stopped. */
export interface StallWatch {
  signal: AbortSignal;
  /** The headers came: a server that took long to answer has as long as another to send its first bytes. */
  answered: () => void;
  received: (bytes: number) => void;
  stop: () => void;
}

const tellEveryMs = 1000;

/** Starts the watch of one request; `received(bytes)` feeds it, `stop()` ends it. A silence is told every second. */
export function watchStall(
  {stallMs, stallBytes}: Pick<DownloadLimits, "stallMs" | "stallBytes">,
  budget: AbortSignal,
  onWait?: (wait: Wait) => void
): StallWatch {
  const controller = new AbortController();
  let sinceMark = 0;
  let markedAt = performance.now();
  let heardAt = markedAt;
  let toldAt = markedAt;
  const tellSilence = (at: number) => {
    if (!onWait || at - Math.max(heardAt, toldAt) < tellEveryMs) return;
    toldAt = at;
    const seconds = Math.round((at - heardAt) / 1000);
    const reason = `le serveur n'envoie rien depuis ${seconds}\u00a0s`;
    onWait({ms: Math.max(0, stallMs - (at - markedAt)), reason});
  };
  const timer = setInterval(
    () => {
      const at = performance.now();
      if (at - markedAt >= stallMs) controller.abort(new Error("STALL"));
      else tellSilence(at);
    },
    Math.min(500, Math.max(10, stallMs / 8))
  );
  return {
    signal: AbortSignal.any([controller.signal, budget]),
    answered() {
      heardAt = performance.now();
      markedAt = heardAt;
    },
    received(bytes) {
      heardAt = performance.now();
      sinceMark += bytes;
      if (sinceMark < stallBytes) return;
      sinceMark = 0;
      markedAt = heardAt;
    },
    stop() {
      clearInterval(timer);
      // A body that was refused before its first byte would keep its connection.
      controller.abort();
    }
  };
}

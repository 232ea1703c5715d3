import {systemCode} from "./as-data-error.ts";
import {proxyRefusal} from "./describe-fault.ts";

/** What a source knows of the network, for its requests to tell and to ask. */
export interface Outage {
  /** A server, whichever, said something. */
  answered: () => void;
  /** A request failed before any answer. */
  unanswered: (error: unknown) => void;
  /** True when the network itself seems out: its requests are tried once. */
  isOut: () => boolean;
}

export interface OutageWatch {
  /** How it looks from a source: what it could not reach itself does not count. */
  of: (source: string) => Outage;
}

const enough = 2;
const unreached = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ENETDOWN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT"
]);

/**
 * Watches the network during one command. Once two sources in a row reached nobody, patience for the next ones is lost
 * time: waiting has not helped. Each is still tried, since its server may be reached, and any answer clears the doubt.
 */
export function watchOutage(): OutageWatch {
  const silent = new Set<string>();
  return {
    of: (source) => ({
      answered: () => silent.clear(),
      unanswered: (error) => {
        if (isUnreached(error)) silent.add(source);
      },
      isOut: () => silent.size - (silent.has(source) ? 1 : 0) >= enough
    })
  };
}

/** No route, no name, no connection, or one on which nothing ever came: not a wrong certificate, nor a cut. */
function isUnreached(error: unknown): boolean {
  const isStall = error instanceof Error && error.message === "STALL";
  return isStall || unreached.has(systemCode(error) ?? "") || proxyRefusal(error) !== null;
}

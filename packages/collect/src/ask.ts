import {defaultFetch} from "./default-fetch.ts";
import {unavailable} from "./describe-fault.ts";
import {behindMirror, parseMirror, viaMirror} from "./mirror.ts";
import {isReachable, type Reach, requireReachable} from "./require-reachable.ts";
import type {Outage} from "./watch-outage.ts";

export interface AskOptions extends Reach {
  fetch?: typeof globalThis.fetch | undefined;
  /** Base address that stands for every producer. */
  mirror?: string | undefined;
  /** Told whether anybody answers. */
  outage?: Outage | undefined;
  headers: Record<string, string>;
  signal: AbortSignal;
  where: string;
}

export interface Asked {
  response: Response;
  /** The producer's address that answered, redirects followed. */
  address: string;
  /** The same as it was asked: on the mirror when there is one. */
  reached: string;
}

const redirections = new Set([301, 302, 303, 307, 308]);
const maxRedirections = 5;

/**
 * Asks an address, following redirections by hand: five at most, each checked before it is asked. Through a mirror, all
 * of them are. Throws SRC_UNAVAILABLE when one leads where the source does not declare.
 */
export async function ask(url: string, options: AskOptions): Promise<Asked> {
  const {headers, signal, where, hosts = [], mirror, outage} = options;
  const send = options.fetch ?? (await defaultFetch());
  const base = mirror === undefined ? null : parseMirror(mirror);
  const declared = new URL(options.declared ?? url);
  let address = behind(new URL(url)) ?? new URL(url);
  for (let followed = 0; ; followed++) {
    requireReachable(address, declared, {hosts, where, redirected: followed > 0});
    const asked = base ? viaMirror(address, base) : address;
    const response = await send(asked.href, {headers, signal, redirect: "manual"}).catch((error: unknown) => {
      outage?.unanswered(error);
      throw error;
    });
    outage?.answered();
    const location = response.headers.get("location");
    if (location === null || !redirections.has(response.status)) {
      return {response, address: address.href, reached: asked.href};
    }
    await response.body?.cancel();
    if (followed === maxRedirections) throw unavailable(where, "plus de cinq redirections à la suite");
    const next = follow(location, address, asked);
    if (next === null) throw unavailable(where, "une redirection illisible");
    address = next;
  }

  function behind(asked: URL): URL | null {
    return base && behindMirror(asked, base, declared.protocol);
  }

  /** A mirror may answer the producer's `Location` as it was, or its own. */
  function follow(location: string, from: URL, asked: URL): URL | null {
    if (URL.canParse(location)) return behind(new URL(location)) ?? new URL(location);
    if (!URL.canParse(location, from.href)) return null;
    const own = behind(new URL(location, asked));
    return own !== null && isReachable(own, declared, hosts) ? own : new URL(location, from);
  }
}

import {DataError} from "@observatoire/catalog";
import {ask} from "./ask.ts";
import {describeFault, unavailable} from "./describe-fault.ts";
import {defaultLimits} from "./download-limits.ts";
import type {NetworkOptions} from "./network-options.ts";
import {readAnswer} from "./read-answer.ts";
import {retry, type Try} from "./retry.ts";
import {watchStall} from "./watch-stall.ts";

const maxBytes = 50e6;

/** Asks a JSON document, with the same patience and the same hosts as a download. Throws SRC_UNAVAILABLE, SRC_GONE or NOT_DATA. */
export async function fetchJson(url: string, options: NetworkOptions & {where: string}): Promise<unknown> {
  const {where, now = () => new Date()} = options;
  const limits = {...defaultLimits, ...options.limits};
  return retry(
    async (budget): Promise<Try<unknown>> => {
      const watch = watchStall(limits, budget, options.onWait);
      try {
        const headers = {accept: "application/json"};
        const {response} = await ask(url, {...options, where, headers, signal: watch.signal});
        watch.answered();
        // A document whose end is missing is not JSON: no need of a length.
        const asked = {where, offset: 0, validator: null, total: null, maxWaitMs: limits.maxWaitMs};
        const answer = readAnswer(response, {...asked, now: now(), hasChecksum: true});
        if (answer.kind !== "body") await response.body?.cancel();
        if (answer.kind === "fault") return answer;
        if (answer.kind === "unchanged") return {fault: unavailable(where, "une réponse vide"), again: true};
        return {done: parseJson(where, await readText(answer.body, watch.received))};
      } catch (error) {
        // A maintenance page is not there for long; a refused address stays refused.
        if (error instanceof DataError) return {fault: error, again: error.code === "NOT_DATA"};
        return {fault: describeFault(where, error, 0), again: true};
      } finally {
        watch.stop();
      }
    },
    {...options, limits}
  );
}

async function readText(body: AsyncIterable<Uint8Array>, received: (bytes: number) => void): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    received(chunk.length);
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error("a catalogue larger than 50 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(where: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataError(
      "NOT_DATA",
      {
        where,
        expected: "une réponse JSON",
        found: `« ${text.slice(0, 40).replace(/\s+/g, " ")} »`,
        action: "réessayer plus tard, ou donner le fichier avec --from <dossier>"
      },
      {cause}
    );
  }
}

import {DataError} from "@observatoire/catalog";
import {describeFault, unavailable} from "./describe-fault.ts";
import {type DownloadLimits, defaultLimits} from "./download-limits.ts";
import {readAnswer} from "./read-answer.ts";
import {retry, type Try} from "./retry.ts";
import {watchStall} from "./watch-stall.ts";

/** Asks a small JSON document, with the same patience as a download. Throws SRC_UNAVAILABLE, SRC_GONE or NOT_DATA. */
export async function fetchJson(
  url: string,
  options: {where: string; fetch?: typeof globalThis.fetch; limits?: Partial<DownloadLimits>}
): Promise<unknown> {
  const {where, fetch = globalThis.fetch} = options;
  const limits = {...defaultLimits, ...options.limits};
  return retry(
    async (budget): Promise<Try<unknown>> => {
      const watch = watchStall(limits, budget);
      try {
        const response = await fetch(url, {headers: {accept: "application/json"}, signal: watch.signal});
        // A document whose end is missing is not JSON: no need of a length.
        const answer = readAnswer(response, {
          where,
          offset: 0,
          validator: null,
          now: new Date(),
          hasChecksum: true
        });
        if (answer.kind === "fault") return answer;
        if (answer.kind === "unchanged") return {fault: unavailable(where, "une réponse vide"), again: true};
        return {done: parseJson(where, await response.text())};
      } catch (error) {
        if (error instanceof DataError) return {fault: error, again: true};
        return {fault: describeFault(where, error, 0), again: true};
      } finally {
        watch.stop();
      }
    },
    {limits}
  );
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

import {type Looks, lookAtDisk, lookOverHttp} from "./look.ts";

/** Reads every ten milliseconds, until the parent says to stop. */
const [data = "", url = ""] = process.argv.slice(2);
const everyMs = 10;
const looks: Looks = {disk: 0, http: 0, changes: 0, faults: []};
const fault = (sentence: string) => {
  looks.faults.push(sentence);
};
let last = "";
let stopping = false;
process.once("message", () => {
  stopping = true;
});

const isHttp = url !== "";
process.send?.("prêt");
while (!stopping) {
  const started = performance.now();
  try {
    if (isHttp) {
      await lookOverHttp(url, fault);
      looks.http += 2;
    } else {
      const seen = await lookAtDisk(data, fault);
      looks.disk += 1;
      if (seen !== last) looks.changes += 1;
      last = seen;
    }
  } catch (error) {
    fault((error as Error).message);
  }
  await new Promise((wait) => setTimeout(wait, Math.max(0, everyMs - (performance.now() - started))));
}
process.send?.(looks);
process.disconnect?.();

import {gzipSync} from "node:zlib";
import type {HTTPResponse, Page} from "puppeteer-core";
import type {PageFault} from "./page-rules.ts";

export interface OpenedPage {
  faults: PageFault[];
  /** Compressed weight and requests before any interaction. */
  bytes: number;
  requests: number;
}

/** Goes to a page and listens: console errors, failed and foreign requests, weight. */
export async function openPage(tab: Page, origin: string, path: string): Promise<OpenedPage> {
  const faults: PageFault[] = [];
  const responses: HTTPResponse[] = [];
  const watch = {
    console: (message: {type: () => string; text: () => string}) => {
      if (message.type() === "error") faults.push(["console", `erreur de console : ${message.text()}`]);
    },
    pageerror: (error: unknown) => faults.push(["console", `erreur de script : ${String(error)}`]),
    requestfailed: (request: {url: () => string}) =>
      faults.push(["requête", `requête en échec : ${request.url()}`]),
    request: (request: {url: () => string}) => {
      const url = request.url();
      if (!url.startsWith(origin) && !url.startsWith("data:"))
        faults.push(["hôte", `requête vers un autre hôte : ${url}`]);
    },
    response: (response: HTTPResponse) => {
      if (response.url().startsWith("data:")) return;
      responses.push(response);
      if (response.status() >= 400)
        faults.push(["requête", `réponse ${response.status()} : ${response.url()}`]);
    }
  };
  for (const [event, listener] of Object.entries(watch)) tab.on(event as "console", listener as () => void);
  try {
    await tab.goto(`${origin}/${path}`, {waitUntil: "load"});
    const bodies = await Promise.all(
      responses.map((response) => response.buffer().catch(() => Buffer.alloc(0)))
    );
    const bytes = bodies.reduce((total, body) => total + gzipSync(body).length, 0);
    return {faults, bytes, requests: responses.length};
  } finally {
    for (const [event, listener] of Object.entries(watch))
      tab.off(event as "console", listener as () => void);
  }
}

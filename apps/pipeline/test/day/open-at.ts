import {execFile} from "node:child_process";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {promisify} from "node:util";
import {findChromium} from "@observatoire/site/check";
import {serveSite} from "../../src/serve.ts";

/** The page as a reader's browser shows it at another date: its own scripts run, on a clock set before them. */
export async function openAt(site: string, page: string, instant: string): Promise<string> {
  const {server: inner, url} = await serveSite(() => site, 0);
  const outer = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? "/", url));
    const type = answer.headers.get("content-type") ?? "";
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {"content-type": type});
    response.end(type.startsWith("text/html") ? setClock(body.toString(), instant) : body);
  });
  await new Promise<void>((ready) => outer.listen(0, "127.0.0.1", ready));
  try {
    const address = `http://127.0.0.1:${(outer.address() as AddressInfo).port}/${page}`;
    const {stdout} = await promisify(execFile)(
      findChromium(),
      [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--virtual-time-budget=3000",
        "--dump-dom",
        address
      ],
      {maxBuffer: 2 ** 26, timeout: 60_000}
    );
    return stdout;
  } finally {
    outer.close();
    inner.close();
  }
}

function setClock(html: string, instant: string): string {
  const now = Date.parse(instant);
  const script = `<script>{const Real = Date; window.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(${now}); else super(...given); }
    static now() { return ${now}; }
  };}</script>`;
  return html.replace("<head>", `<head>${script}`);
}

import {expect, test} from "vitest";
import {serve} from "../test/serve.ts";
import {fetchJson} from "./fetch-json.ts";
import type {NetworkOptions} from "./network-options.ts";
import type {Wait} from "./retry.ts";

/** Asks without real waits; what was waited, and told. */
async function ask(url: string, options: NetworkOptions = {}) {
  const waits: number[] = [];
  const told: Wait[] = [];
  const started = performance.now();
  const result = await fetchJson(url, {
    where: "catalogue",
    sleep: async (ms) => waits.push(ms),
    random: () => 0.5,
    onWait: (wait) => told.push(wait),
    ...options
  }).catch((error: unknown) => error);
  return {result, waits, told, ms: performance.now() - started};
}

test("F02 : Retry-After est obéi, et dit avec sa raison et le numéro de l'essai", async () => {
  const date = "Mon, 23 Nov 2026 12:00:00 GMT";
  const asked = ["7", "Mon, 23 Nov 2026 12:00:30 GMT"];
  const {url} = await serve((_, response, index) => {
    if (asked[index]) response.writeHead(429, {date, "retry-after": asked[index]}).end();
    else response.end("{}");
  });
  const {result, waits, told} = await ask(url, {limits: {maxWaitMs: 60_000}});
  expect(result).toEqual({});
  expect(waits).toEqual([7000, 30_000]);
  const reason = "une erreur 429 du serveur";
  expect(told).toEqual(waits.map((ms, index) => ({ms, reason, retry: {number: index + 1, of: 5}})));
});

test("F02 : une attente trop longue n'est pas entamée", async () => {
  const {url, requests} = await serve((_, response) =>
    response.writeHead(503, {"retry-after": "86400"}).end()
  );
  const {result, waits} = await ask(url);
  expect(result).toMatchObject({code: "SRC_UNAVAILABLE", found: expect.stringContaining("jusqu'au")});
  expect([requests.length, waits]).toEqual([1, []]);
});

test("F16 : un catalogue qui ne répond pas, ou qui s'arrête, est abandonné", async () => {
  const {url} = await serve((request, response) => {
    if (request.url === "/muet") return;
    response.writeHead(200).write('{"resources": [');
    if (request.url === "/arret") return;
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  });
  for (const path of ["/muet", "/arret", "/lent"]) {
    const {result, ms} = await ask(url + path, {limits: {retries: 0, stallMs: 200}});
    expect(result).toMatchObject({code: "SRC_UNAVAILABLE"});
    expect(ms).toBeLessThan(3000);
  }
});

test("F16 : le budget vaut pour le catalogue, ses redirections et ses attentes", async () => {
  const {url} = await serve((request, response) => {
    const step = Number(request.url?.slice(1));
    setTimeout(() => response.writeHead(302, {location: `/${step + 1}`}).end(), 100);
  });
  const {result, ms} = await ask(`${url}/0`, {endsAt: performance.now() + 250});
  expect(result).toMatchObject({code: "SRC_UNAVAILABLE", found: "un téléchargement trop long"});
  expect(ms).toBeLessThan(2000);
  const spent = await ask(`${url}/0`, {endsAt: performance.now() - 1});
  expect(spent.result).toMatchObject({code: "SRC_UNAVAILABLE"});
  expect(spent.waits).toEqual([]);
});

test("rien n'est muet : le silence et l'attente sont dits chaque seconde", async () => {
  const {url} = await serve((_, response, index) => {
    if (index === 0) setTimeout(() => response.writeHead(503, {"retry-after": "2"}).end(), 2300);
    else response.end("[]");
  });
  const told: string[] = [];
  const result = await fetchJson(url, {
    where: "catalogue",
    onWait: ({reason}) => told.push(reason)
  });
  expect(result).toEqual([]);
  // 2.3 seconds of silence, then two of waiting, told about once a second.
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told[0]).toMatch(/^le serveur n'envoie rien depuis \d\u00a0s$/);
  expect(told.at(-1)).toBe("une erreur 503 du serveur");
});

test("une page de maintenance est redemandée, puis dite", async () => {
  const {url, requests} = await serve((_, response) => response.end("<html>maintenance</html>"));
  expect((await ask(url, {limits: {retries: 2}})).result).toMatchObject({code: "NOT_DATA"});
  expect(requests).toHaveLength(3);
});

import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {collectOptions} from "../test/collect-options.ts";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import {download} from "./download.ts";
import type {NetworkOptions} from "./network-options.ts";
import {watchOutage} from "./watch-outage.ts";

/** Asks once per source, in order; the tries of each, and how it ended. */
async function askInTurn(urls: readonly string[], options: NetworkOptions = {}) {
  const watch = watchOutage();
  const tries: number[] = [];
  const ends: string[] = [];
  for (const [index, url] of urls.entries()) {
    let waits = 0;
    const end = await download(url, join(temporaryFolder(), "a"), {
      sleep: async () => {
        waits += 1;
      },
      ...options,
      limits: {retries: 3, stallMs: 200, ...options.limits},
      outage: watch.of(`source ${index}`)
    }).catch((fault: unknown) => fault);
    tries.push(waits + 1);
    ends.push(end instanceof DataError ? end.code : "nouveau");
  }
  return {tries, ends};
}

/** An address where a server was, and is no more. */
async function leave(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const {port} = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}
const nobody = await leave();

/** What undici throws. */
const failure = (code: string, message = code) =>
  new TypeError("fetch failed", {cause: Object.assign(new Error(message), {code})});
const failing = (error: Error) => async (): Promise<Response> => {
  throw error;
};

test("sans réseau, deux sources épuisent leurs essais, les autres n'en font qu'un", async () => {
  const {tries, ends} = await askInTurn(Array(5).fill(nobody));
  expect(tries).toEqual([4, 4, 1, 1, 1]);
  expect(new Set(ends)).toEqual(new Set(["SRC_UNAVAILABLE"]));
});

test.each(["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"])(
  "%s vient du réseau",
  async (code) => {
    const fetch = failing(failure(code));
    expect((await askInTurn(Array(3).fill(nobody), {fetch})).tries).toEqual([4, 4, 1]);
  }
);

test("un proxy qui n'ouvre pas de passage vaut un réseau absent", async () => {
  const refusal = failure("UND_ERR_ABORTED", "Proxy response (407) !== 200 when HTTP Tunneling");
  expect((await askInTurn(Array(3).fill(nobody), {fetch: failing(refusal)})).tries).toEqual([4, 4, 1]);
});

test.each(["ECONNRESET", "CERT_HAS_EXPIRED"])("%s vient d'un serveur : la patience reste", async (code) => {
  const fetch = failing(failure(code));
  expect((await askInTurn(Array(3).fill(nobody), {fetch})).tries).toEqual([4, 4, 4]);
});

test("une connexion qui ne répond jamais compte ; un corps qui s'arrête, non", async () => {
  const {url} = await serve((request, response) => {
    if (request.url === "/muet") return;
    response.writeHead(200, {"content-length": 1e6}).write("x");
  });
  expect((await askInTurn(Array(3).fill(`${url}/muet`))).tries).toEqual([4, 4, 1]);
  expect((await askInTurn(Array(3).fill(`${url}/arret`))).tries).toEqual([4, 4, 4]);
});

test("une réponse, même une erreur, rend la patience à tous, et d'abord à qui l'a reçue", async () => {
  const {url} = await serve((_, response) => response.writeHead(503).end());
  const {tries} = await askInTurn([nobody, nobody, nobody, url, nobody, nobody, nobody]);
  expect(tries).toEqual([4, 4, 1, 4, 4, 4, 1]);
});

test("une source qui n'est pas jointe deux fois ne fait pas deux sources", () => {
  const watch = watchOutage();
  const refused = failure("ECONNREFUSED");
  for (const source of ["a", "a", "b", "b"]) watch.of(source).unanswered(refused);
  expect(["a", "b", "c"].map((source) => watch.of(source).isOut())).toEqual([false, false, true]);
});

test("une source collectée passe ce qu'elle sait du réseau à ses demandes", async () => {
  const watch = watchOutage();
  const refused = failure("ECONNREFUSED");
  for (const source of ["a", "b"]) watch.of(source).unanswered(refused);
  const waits: number[] = [];
  for (const transport of [
    {kind: "http", url: nobody} as const,
    {kind: "datagouv-ressource", resource: "abc"} as const
  ]) {
    const options = collectOptions({
      limits: {retries: 3},
      sleep: async (ms) => waits.push(ms),
      datagouvApi: `${nobody}api`,
      outage: watch.of("villages")
    });
    const {files} = await collectModule(villagesModule(transport), options);
    expect(files[0]?.code).toBe("SRC_UNAVAILABLE");
  }
  expect(waits).toEqual([]);
});

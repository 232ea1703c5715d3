import {readFileSync} from "node:fs";
import type {ServerResponse} from "node:http";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {Agent, fetch as undiciFetch} from "undici";
import {expect, test} from "vitest";
import {collectOptions} from "../test/collect-options.ts";
import {makeCertificate} from "../test/make-certificate.ts";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import {type DownloadOptions, download} from "./download.ts";
import {fetchJson} from "./fetch-json.ts";
import {parseMirror} from "./mirror.ts";
import {isReachable} from "./require-reachable.ts";

const authority = makeCertificate();
const certificate = makeCertificate({names: ["127.0.0.1"], issuer: authority});
const trusting = new Agent({connect: {ca: authority.cert}});
/** Real TLS: these servers' own authority, beside no other. */
const fetch = ((url: string, init: object) =>
  undiciFetch(url, {...init, dispatcher: trusting})) as unknown as typeof globalThis.fetch;

const redirect = (response: ServerResponse, location: string, status = 302) =>
  void response.writeHead(status, {location}).end();

async function get(url: string, options: DownloadOptions = {}) {
  const path = join(temporaryFolder(), "fichier.csv");
  const limits = {retries: 0};
  const result = await download(url, path, {where: "villages", limits, ...options}).catch((error) => error);
  return {result, read: () => readFileSync(path, "utf8")};
}

const found = (result: unknown) =>
  result instanceof DataError ? `${result.code} ${result.message}` : result;

test.each([301, 302, 303, 307, 308])(
  "une redirection %i sur le même serveur est suivie et retenue",
  async (status) => {
    const {url} = await serve((request, response) => {
      if (request.url === "/a") redirect(response, "/b/villages.csv?x=1", status);
      else response.end("code\n");
    });
    const {result, read} = await get(`${url}/a`);
    expect(result).toMatchObject({reached: `${url}/b/villages.csv?x=1`, fileName: "villages.csv"});
    expect(read()).toBe("code\n");
  }
);

test("cinq redirections, pas six", async () => {
  const {url, requests} = await serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) redirect(response, `/${left - 1}`);
    else response.end("code\n");
  });
  expect((await get(`${url}/5`)).result).toMatchObject({reached: `${url}/0`});
  expect(found((await get(`${url}/6`)).result)).toContain(
    "SRC_UNAVAILABLE villages : attendu une réponse du producteur, trouvé plus de cinq redirections"
  );
  expect(requests).toHaveLength(12);
});

test("vers un autre serveur : refusée en une phrase sans l'interroger, suivie s'il est déclaré", async () => {
  const other = await serve((_, response) => response.end("code\n"), certificate);
  const {url, host, requests} = await serve(
    (_, response) => redirect(response, `${other.url}/b`),
    certificate
  );
  const refused = await get(`${url}/a`, {fetch, limits: {retries: 5}});
  expect(found(refused.result)).toBe(
    `SRC_UNAVAILABLE villages : attendu une adresse https d'un serveur déclaré (${host}), trouvé une redirection vers « ${other.host} » ; si ce serveur est bien celui du producteur, ajouter « ${other.host} » à hosts dans source.ts.`
  );
  expect([requests.length, other.requests.length]).toEqual([1, 0]);
  expect((await get(`${url}/a`, {fetch, hosts: [other.host]})).result).toMatchObject({
    reached: `${other.url}/b`
  });
});

test("vers une adresse sans chiffrement : refusée, même sur un serveur déclaré", async () => {
  const plain = await serve((_, response) => response.end("code\n"));
  const {url} = await serve((_, response) => redirect(response, `${plain.url}/b`), certificate);
  const {result} = await get(`${url}/a`, {fetch, hosts: [plain.host]});
  expect(found(result)).toContain(`trouvé une redirection vers « ${plain.url} » ; le signaler au producteur`);
  expect(plain.requests).toEqual([]);
});

test("un serveur déclaré ne vaut que pour lui, un suffixe pour ses sous-domaines", () => {
  const declared = new URL("https://www.data.gouv.fr/api/");
  const reach = (address: string, ...hosts: string[]) => isReachable(new URL(address), declared, hosts);
  expect(reach("https://WWW.data.gouv.fr/x")).toBe(true);
  expect(reach("http://www.data.gouv.fr/x")).toBe(false);
  expect(reach("https://www.data.gouv.fr:8443/x")).toBe(false);
  expect(reach("https://static.data.gouv.fr/x")).toBe(false);
  expect(reach("https://static.data.gouv.fr/x", "static.data.gouv.fr")).toBe(true);
  expect(reach("https://a.static.data.gouv.fr/x", "static.data.gouv.fr")).toBe(false);
  expect(reach("https://static.data.gouv.fr/x", ".data.gouv.fr")).toBe(true);
  expect(reach("https://data.gouv.fr/x", ".data.gouv.fr")).toBe(false);
  expect(reach("https://static.data.gouv.fr.pirate.fr/x", ".data.gouv.fr", "static.data.gouv.fr")).toBe(
    false
  );
  expect(reach("https://static.data.gouv.fr@pirate.fr/x", ".data.gouv.fr")).toBe(false);
});

test("un document JSON suit les mêmes règles", async () => {
  const {url} = await serve((request, response) => {
    if (request.url === "/a") redirect(response, "/b");
    else if (request.url === "/b") response.end("[1]");
    else redirect(response, "https://pirate.exemple/x");
  });
  const options = {where: "catalogue", limits: {retries: 0}};
  expect(await fetchJson(`${url}/a`, options)).toEqual([1]);
  await expect(fetchJson(`${url}/c`, options)).rejects.toThrow("redirection vers « pirate.exemple »");
});

test("l'adresse que donne data.gouv.fr est vérifiée avant d'être demandée", async () => {
  const resource = {title: "villages", url: "https://pirate.exemple/villages.csv"};
  const {url, requests} = await serve((_, response) => response.end(JSON.stringify({resource})));
  const module = villagesModule({kind: "datagouv-ressource", resource: "abc"});
  const {files} = await collectModule(module, collectOptions({datagouvApi: url}));
  expect(files[0]?.code).toBe("SRC_UNAVAILABLE");
  expect(files[0]?.message).toContain("trouvé une adresse sur « pirate.exemple » ; si ce serveur");
  expect(requests).toHaveLength(1);
});

const csv = "code_commune,annee\n77284,2025\n";

test("miroir : catalogue, adresse et redirections lui sont demandés ; l'origine reste celle du producteur", async () => {
  const resource = {
    title: "villages",
    url: "https://static.essai.fr/v.csv?a=1",
    last_modified: "2026-01-02T03:04:05"
  };
  const {url, requests} = await serve((request, response) => {
    if (request.url === "/donnees/www.data.gouv.fr/api/2/datasets/resources/abc/")
      response.end(JSON.stringify({resource}));
    else if (request.url === "/donnees/static.essai.fr/v.csv?a=1")
      redirect(response, "https://cdn.essai.fr/w.csv");
    else if (request.url === "/donnees/cdn.essai.fr/w.csv") response.end(csv);
    else response.writeHead(500).end();
  });
  const module = villagesModule({kind: "datagouv-ressource", resource: "abc"});
  const source = {...module.source, hosts: ["static.essai.fr", "cdn.essai.fr"]};
  const options = collectOptions({mirror: `${url}/donnees/`});
  const {files} = await collectModule({...module, source}, options);
  expect(files[0]?.message).toBeNull();
  expect(files[0]?.snapshot).toMatchObject({
    origin: resource.url,
    reached: `${url}/donnees/cdn.essai.fr/w.csv`,
    licence: "licence-ouverte-2.0",
    lastModified: "Fri, 02 Jan 2026 03:04:05 GMT"
  });
  expect(requests).toHaveLength(3);
});

test.each([
  ["la sienne, entière", (url: string) => `${url}/m/autre.fr/b`, "autre.fr/b"],
  ["la sienne, sans son nom", () => "/m/autre.fr/b", "autre.fr/b"],
  ["celle du producteur, entière", () => "https://autre.fr/b", "autre.fr/b"],
  ["celle du producteur, sans son nom", () => "/b", "essai.fr/b"],
  ["celle du producteur, relative", () => "b", "essai.fr/dossier/b"]
])("miroir : une redirection peut être %s", async (_, locate, expected) => {
  const {url} = await serve((request, response) => {
    if (request.url === "/m/essai.fr/dossier/a") redirect(response, locate(url));
    else response.end("code\n");
  });
  const {result} = await get("https://essai.fr/dossier/a", {mirror: `${url}/m`, hosts: ["autre.fr"]});
  expect(result).toMatchObject({reached: `${url}/m/${expected}`});
});

test("miroir : les serveurs non déclarés restent refusés", async () => {
  const {url, requests} = await serve((_, response) => redirect(response, "https://pirate.exemple/b"));
  const {result} = await get("https://essai.fr/a", {mirror: url});
  expect(found(result)).toContain("redirection vers « pirate.exemple »");
  expect(requests).toHaveLength(1);
});

test("miroir : une adresse d'une autre forme est une faute de la commande, dite sans son mot de passe", async () => {
  for (const text of [
    "miroir.fr",
    "ftp://miroir.fr",
    "https://miroir.fr/?a",
    "https://moi:motdepasse@miroir.fr",
    "nom:motdepasse"
  ]) {
    const options = collectOptions({mirror: text});
    const fault = await collectModule(
      villagesModule({kind: "http", url: "https://essai.fr/"}),
      options
    ).catch((error) => error);
    expect(fault.code, text).toBe("USAGE");
    expect(fault.message).toContain("corriger OBSERVATOIRE_MIROIR");
    expect(fault.message).not.toContain("motdepasse");
  }
  expect(parseMirror("https://miroir.fr/donnees/").pathname).toBe("/donnees");
});

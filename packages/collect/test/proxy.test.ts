import {spawn} from "node:child_process";
import {once} from "node:events";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import type {CollectOutcome} from "../src/index.ts";
import {type Certificate, makeCertificate} from "./make-certificate.ts";
import {serve} from "./serve.ts";
import {serveProxy} from "./serve-proxy.ts";
import {temporaryFolder} from "./temporary-folder.ts";

const child = fileURLToPath(new URL("./collect-child.ts", import.meta.url));
const csv = "code_commune,annee\n77284,2025\n";
const name = "donnees.exemple.test";
const authority = makeCertificate();
const certificate = makeCertificate({names: [name, "127.0.0.1"], issuer: authority});

const serveCsv = (one: Certificate) =>
  serve((_, response) => response.writeHead(200, {"content-length": csv.length}).end(csv), one);

/** Collects `url` in a process of its own, which trusts `trusted` beside the usual authorities. */
async function collect(
  url: string,
  environment: Record<string, string>,
  trusted: Certificate | null = authority
) {
  const folder = temporaryFolder();
  const extra = join(folder, "autorite.pem");
  if (trusted) writeFileSync(extra, trusted.cert);
  const {HTTP_PROXY, HTTPS_PROXY, NO_PROXY, http_proxy, https_proxy, no_proxy, ...inherited} = process.env;
  const running = spawn(
    process.execPath,
    ["--import", "tsx", child, url, join(folder, "data"), JSON.stringify({limits: {retries: 0}})],
    {env: {...inherited, ...environment, ...(trusted ? {NODE_EXTRA_CA_CERTS: extra} : {})}}
  );
  const [out, errors] = await Promise.all([text(running.stdout), text(running.stderr)]);
  if (running.exitCode === null) await once(running, "exit");
  expect(running.exitCode, errors).toBe(0);
  return JSON.parse(out) as CollectOutcome;
}

const slow = {timeout: 30_000};

test.each(["HTTPS_PROXY", "https_proxy", "HTTP_PROXY"])(
  "%s : le fichier passe par le proxy",
  slow,
  async (variable) => {
    const {port} = await serveCsv(certificate);
    const proxy = await serveProxy(port);
    const {files} = await collect(`https://${name}/villages.csv`, {[variable]: proxy.host});
    expect(files[0]).toMatchObject({outcome: "collecte", message: null});
    expect(files[0]?.snapshot).toMatchObject({rows: 1, reached: `https://${name}/villages.csv`});
    expect(proxy.asked).toEqual([`${name}:443`]);
  }
);

test.each(["NO_PROXY", "no_proxy"])("%s : ce serveur est joint sans le proxy", slow, async (variable) => {
  const {url, port} = await serveCsv(certificate);
  const proxy = await serveProxy(port);
  const environment = {HTTPS_PROXY: `http://${proxy.host}`, [variable]: "127.0.0.1"};
  expect(await collect(`${url}/villages.csv`, environment)).toMatchObject({outcome: "collecte"});
  expect(proxy.asked).toEqual([]);
});

test("un proxy qui refuse, ou mal écrit, est dit sans son mot de passe", slow, async () => {
  const {port} = await serveCsv(certificate);
  const proxy = await serveProxy(port, {refuse: 407});
  const url = `https://${name}/villages.csv`;
  const refused = await collect(url, {HTTPS_PROXY: `http://agent:motdepasse@${proxy.host}`});
  expect(refused.files[0]?.code).toBe("SRC_UNAVAILABLE");
  expect(refused.message).toContain("trouvé un proxy qui refuse (erreur 407)");
  const unreadable = await collect(url, {HTTPS_PROXY: "socks5://agent:motdepasse@proxy:1080"});
  expect(unreadable.files[0]?.code).toBe("USAGE");
  for (const {message} of [refused, unreadable]) expect(message).not.toContain("motdepasse");
});

test.each([
  [
    "expiré",
    authority,
    makeCertificate({names: ["127.0.0.1"], issuer: authority, expired: true}),
    "un certificat de sécurité expiré"
  ],
  ["d'une autorité inconnue", null, certificate, "un certificat de sécurité non reconnu"],
  [
    "d'un autre site",
    authority,
    makeCertificate({names: ["autre.test"], issuer: authority}),
    "un certificat de sécurité d'un autre site"
  ]
])("F17 : un certificat %s est refusé et dit, avec ou sans proxy", slow, async (_, trusted, one, words) => {
  const {url, port, requests} = await serveCsv(one);
  const proxy = await serveProxy(port);
  for (const environment of [{}, {HTTPS_PROXY: proxy.host}]) {
    const {outcome, message} = await collect(`${url}/villages.csv`, environment, trusted);
    expect(outcome).toBe("non_disponible");
    expect(message).toContain(`trouvé ${words} ;`);
  }
  expect(requests).toEqual([]);
});

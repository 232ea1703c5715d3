import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {collectOptions} from "../test/collect-options.ts";
import {serve} from "../test/serve.ts";
import {villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";

const csv = "code_commune,annee\n77284,2024\n";
const sha1 = createHash("sha1").update(csv).digest("hex");

/** data.gouv.fr on loopback: its catalogue, a file that moves by a redirection, and a 304 for who has it. */
async function serveDatagouv(checksum = sha1) {
  const state = {place: "/premier.csv", checksum};
  const {url, requests} = await serve((request, response) => {
    const resource = {url: `${url}/r`, filetype: "file", checksum: {type: "sha1", value: state.checksum}};
    if (request.url?.startsWith("/2/")) response.end(JSON.stringify({resource}));
    else if (request.url === "/r") response.writeHead(302, {location: state.place}).end();
    else if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, {etag: '"v1"', "content-length": csv.length}).end(csv);
  });
  return {url, requests, state, module: villagesModule({kind: "datagouv-ressource", resource: "abc"})};
}

test("la fiche retient l'adresse atteinte, la licence et l'empreinte publiée ; la mémoire, ce que dit un 304", async () => {
  const {url, module, state} = await serveDatagouv();
  const options = collectOptions({datagouvApi: url});
  const facts = {reached: `${url}/premier.csv`, published: `sha1:${sha1}`};
  const {files} = await collectModule(module, options);
  expect(files[0]?.snapshot).toMatchObject({origin: `${url}/r`, licence: "licence-ouverte-2.0", ...facts});
  const memory = () =>
    JSON.parse(
      readFileSync(
        join(options.dataDirectory, "snapshots/villages/population/.derniere-reponse.json"),
        "utf8"
      )
    );
  expect(memory()).toEqual([expect.objectContaining({url: `${url}/r`, etag: '"v1"', ...facts})]);
  state.place = "/second.csv";
  expect((await collectModule(module, options)).outcome).toBe("inchange");
  expect(memory()).toEqual([expect.objectContaining({etag: '"v1"', ...facts, reached: `${url}/second.csv`})]);
});

test("F15 : l'empreinte publiée par data.gouv.fr est vérifiée", async () => {
  const {url, module, requests} = await serveDatagouv("0".repeat(40));
  const {files} = await collectModule(module, collectOptions({datagouvApi: url}));
  expect(files[0]?.code).toBe("CHECKSUM");
  expect(requests.filter((one) => one.url === "/premier.csv")).toHaveLength(2);
});

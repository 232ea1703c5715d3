import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {resolveTransport} from "./resolve-transport.ts";

const limits = {retries: 1, backoffMs: 1};
const dataset = {kind: "datagouv", dataset: "5fc1", title: "communes couvertes(?!.*2018-2023)"} as const;

async function serveDataset(resources: unknown) {
  const {url, requests} = await serve((_, response) => response.end(JSON.stringify({resources})));
  return {datagouvApi: url, requests};
}

test("datagouv : la ressource la plus récente dont le titre convient", async () => {
  const {datagouvApi, requests} = await serveDataset([
    {
      title: "Communes couvertes 2018-2023",
      url: "https://exemple.fr/ancien.csv",
      last_modified: "2026-09-01T00:00:00"
    },
    {
      title: "Communes couvertes (janvier)",
      url: "https://exemple.fr/janvier.csv",
      last_modified: "2026-01-21T00:00:00"
    },
    {
      title: "Communes couvertes (août)",
      url: "https://exemple.fr/aout.csv",
      last_modified: "2026-08-21T00:00:00",
      filetype: "file",
      checksum: {type: "sha1", value: "abc"}
    },
    {title: "Groupements", url: "https://exemple.fr/groupements.csv", last_modified: "2026-10-01T00:00:00"}
  ]);
  expect(await resolveTransport(dataset, {projectRoot: "/", datagouvApi, limits})).toEqual({
    kind: "http",
    url: "https://exemple.fr/aout.csv",
    declared: `${datagouvApi}/1/datasets/5fc1/`,
    checksum: {algorithm: "sha1", value: "abc"},
    lastModified: "Fri, 21 Aug 2026 00:00:00 GMT"
  });
  expect(requests[0]?.url).toBe("/1/datasets/5fc1/");
});

test("datagouv : aucun titre ne convient, la phrase montre ceux qui existent", async () => {
  const {datagouvApi} = await serveDataset([{title: "Groupements", url: "https://exemple.fr/g.csv"}]);
  const fault = await resolveTransport(dataset, {projectRoot: "/", datagouvApi, limits}).catch(
    (error) => error
  );
  expect(fault).toBeInstanceOf(DataError);
  expect(fault.code).toBe("SRC_GONE");
  expect(fault.message).toContain("trouvé « Groupements »");
});

test("datagouv : une page de maintenance n'est pas une réponse", async () => {
  const {url} = await serve((_, response) => response.end("<html>maintenance</html>"));
  const options = {projectRoot: "/", datagouvApi: url, limits};
  await expect(resolveTransport(dataset, options)).rejects.toMatchObject({code: "NOT_DATA"});
});

const byId = {kind: "datagouv-ressource", resource: "a29c1297"} as const;

test("datagouv : une ressource par son numéro, avec son adresse, son empreinte et sa date", async () => {
  const resource = {
    title: "StockEtablissement",
    url: "https://exemple.fr/20260701/stock.parquet",
    last_modified: "2026-07-01T09:36:29.123000",
    filetype: "file",
    checksum: {type: "sha1", value: "abc"}
  };
  const answer = JSON.stringify({dataset_id: "5b7f", resource});
  const {url, requests} = await serve((_, response) => response.end(answer));
  expect(await resolveTransport(byId, {projectRoot: "/", datagouvApi: url, limits})).toEqual({
    kind: "http",
    url: resource.url,
    declared: `${url}/2/datasets/resources/a29c1297/`,
    checksum: {algorithm: "sha1", value: "abc"},
    lastModified: "Wed, 01 Jul 2026 09:36:29 GMT"
  });
  expect(requests[0]?.url).toBe("/2/datasets/resources/a29c1297/");
});

test("datagouv : l'empreinte d'une ressource hébergée ailleurs n'est pas celle du fichier", async () => {
  const resource = {
    title: "x",
    url: "https://exemple.fr/x",
    filetype: "remote",
    checksum: {type: "sha1", value: "abc"}
  };
  const {url} = await serve((_, response) => response.end(JSON.stringify({resource})));
  const resolved = await resolveTransport(byId, {projectRoot: "/", datagouvApi: url, limits});
  expect(resolved).toMatchObject({checksum: null, lastModified: null});
});

test.each([404, 410])("datagouv : une ressource retirée (%i) est dite, sans nouvel essai", async (status) => {
  const {url, requests} = await serve((_, response) => response.writeHead(status).end("{}"));
  const fault = await resolveTransport(byId, {projectRoot: "/", datagouvApi: url, limits}).catch(
    (error) => error
  );
  expect(fault.code).toBe("SRC_GONE");
  expect(fault.message).toContain("attendu la ressource a29c1297 de data.gouv.fr, trouvé aucune ressource");
  expect(requests).toHaveLength(1);
});

test("npm : le fichier du paquet installé et sa version", async () => {
  const root = temporaryFolder();
  const installed = join(root, "node_modules/@essai/decoupage");
  mkdirSync(join(installed, "data"), {recursive: true});
  mkdirSync(join(root, "packages/x"), {recursive: true});
  writeFileSync(join(installed, "package.json"), '{"version": "6.0.0", "exports": {}}');
  writeFileSync(join(installed, "data/communes.json"), "[]");
  const transport = {kind: "npm", package: "@essai/decoupage", path: "data/communes.json"} as const;
  expect(await resolveTransport(transport, {projectRoot: join(root, "packages/x")})).toEqual({
    kind: "paquet",
    path: join(installed, "data/communes.json"),
    version: "6.0.0",
    origin: "npm:@essai/decoupage@6.0.0/data/communes.json"
  });
  for (const path of ["data/epci.json", "../../../secret"]) {
    await expect(resolveTransport({...transport, path}, {projectRoot: root})).rejects.toMatchObject({
      code: "SRC_GONE"
    });
  }
});

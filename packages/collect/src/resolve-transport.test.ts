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
    checksum: {algorithm: "sha1", value: "abc"},
    lastModified: "Fri, 21 Aug 2026 00:00:00 GMT"
  });
  expect(requests[0]?.url).toBe("/datasets/5fc1/");
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

import {createHash} from "node:crypto";
import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {SourceFile, Transport} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {collectedAt, collectOptions} from "../test/collect-options.ts";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {inspectVillages, villagesModule} from "../test/villages.ts";
import {collectModule} from "./collect-module.ts";
import type {CollectOptions} from "./collect-options.ts";
import {openSnapshots} from "./open-snapshots.ts";

const csv = (count: number, year: number) =>
  `code_commune,annee\n${Array.from({length: count}, (_, index) => `77${String(index).padStart(3, "0")},${year}\n`).join("")}`;
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

interface Producer {
  body: string;
  etag: string | null;
  lastModified: string | null;
  /** Checksum that its catalogue publishes; null: the file has a plain address. */
  published: string | null;
}

/** A producer that counts the bytes of body it sends; one collection an hour. */
async function serveVillages(overrides: Partial<SourceFile> = {}) {
  const state: Producer = {body: csv(400, 2025), etag: '"bon"', lastModified: null, published: null};
  let sent = 0;
  const {url} = await serve((request, response) => {
    if (request.url?.includes("/datasets/")) {
      const checksum = {type: "sha1", value: state.published};
      return void response.end(
        JSON.stringify({
          resource: {title: "Villages", url: `${url}/villages.csv`, filetype: "file", checksum}
        })
      );
    }
    const {body, etag, lastModified} = state;
    const isKnown =
      etag === null
        ? lastModified !== null && request.headers["if-modified-since"] === lastModified
        : request.headers["if-none-match"] === etag;
    const headers = {...(etag ? {etag} : {}), ...(lastModified ? {"last-modified": lastModified} : {})};
    if (isKnown) return void response.writeHead(304, headers).end();
    sent += body.length;
    response.writeHead(200, {...headers, "content-length": body.length}).end(body);
  });
  const address = (): Transport =>
    state.published === null
      ? {kind: "http", url: `${url}/villages.csv`}
      : {kind: "datagouv-ressource", resource: "1"};
  const options = collectOptions({programme: "p1", perimetre: "77", datagouvApi: url});
  let hours = 0;
  const collect = async (more: Partial<CollectOptions> = {}) => {
    const before = sent;
    const at = new Date(Date.parse(collectedAt) + hours++ * 3_600_000);
    const module = villagesModule(address(), overrides);
    const {files} = await collectModule(module, {...options, now: () => at, ...more});
    const [file] = files;
    return {said: file?.code ?? file?.outcome, message: file?.message, bytes: sent - before};
  };
  return {
    state,
    options,
    collect,
    pass: (days: number) => {
      hours += days * 24;
    },
    refused: () =>
      readdirSync(join(options.dataDirectory, "snapshots/villages/population")).filter((name) =>
        name.startsWith(".refuse-")
      )
  };
}

/** A first good version is in service, then the producer sends `body`. */
async function serveWrong(change: Partial<Producer>, overrides: Partial<SourceFile> = {}) {
  const villages = await serveVillages(overrides);
  expect((await villages.collect()).said).toBe("collecte");
  Object.assign(villages.state, {etag: '"mauvais"'}, change);
  return villages;
}

test.each([
  ["SIZE", csv(900, 2026)],
  ["DRIFT_RENAME", csv(400, 2026).replace("annee", "annees")],
  ["COVERAGE", csv(400, 2026).replaceAll("\n77", "\n69")],
  ["TYPE", csv(400, 2040)],
  ["NOT_DATA", "<html>maintenance</html>"]
])("%s : refusé une fois, la même phrase ensuite, sans un octet de plus", async (code, body) => {
  const {collect, state, refused} = await serveWrong({body});
  const first = await collect();
  expect(first).toMatchObject({said: code, bytes: body.length});
  expect(await collect()).toEqual({...first, bytes: 0});
  expect(await collect()).toEqual({...first, bytes: 0});
  expect(refused()).toHaveLength(1);
  // The good version is back, or another comes: it is received.
  Object.assign(state, {body: csv(410, 2026), etag: '"juste"'});
  expect(await collect()).toMatchObject({said: "collecte", bytes: csv(410, 2026).length});
  expect(await collect()).toMatchObject({said: "inchange", bytes: 0});
});

test("une empreinte publiée qui ne suit pas : deux corps la première fois, plus aucun ensuite", async () => {
  const body = csv(400, 2026);
  const villages = await serveWrong({body, published: sha1("autre chose")});
  const first = await villages.collect();
  expect(first).toMatchObject({said: "CHECKSUM", bytes: 2 * body.length});
  expect(await villages.collect()).toEqual({...first, bytes: 0});
  expect(await villages.collect()).toEqual({...first, bytes: 0});
  // The producer corrects the checksum alone: the file keeps its ETag.
  villages.state.published = sha1(body);
  expect(await villages.collect()).toMatchObject({said: "collecte", bytes: body.length});
});

test("trop d'octets : le corps n'est pas redemandé", async () => {
  const {collect} = await serveWrong({body: csv(400, 2026)});
  const limits = {retries: 1, maxBytes: 100};
  expect((await collect({limits})).said).toBe("SIZE");
  expect(await collect({limits})).toMatchObject({said: "SIZE", bytes: 0});
});

test("un autre programme, un autre périmètre si la couverture en dépend, une taille acceptée : tout est reçu", async () => {
  const size = await serveWrong({body: csv(900, 2026)});
  await size.collect();
  expect((await size.collect({perimetre: "69"})).bytes).toBe(0);
  expect((await size.collect({programme: "p2"})).bytes).toBe(size.state.body.length);
  expect((await size.collect({programme: "p2"})).bytes).toBe(0);
  expect(await size.collect({programme: "p2", acceptSize: ["villages"]})).toMatchObject({said: "collecte"});
  expect(size.refused()).toEqual([]);
  expect(await size.collect({programme: "p2"})).toMatchObject({said: "inchange", bytes: 0});

  const coverage = await serveWrong({body: csv(400, 2026).replaceAll("\n77", "\n69")});
  await coverage.collect();
  expect((await coverage.collect()).bytes).toBe(0);
  expect((await coverage.collect({perimetre: "69"})).bytes).toBe(coverage.state.body.length);
});

test("une taille refusée est revue dès que l'archive à laquelle elle se compare a changé", async () => {
  const {collect, options, state} = await serveWrong({body: csv(900, 2026)});
  await collect();
  expect((await collect()).bytes).toBe(0);
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv"), csv(800, 2025));
  const given = {from, acceptSize: ["villages"], now: () => new Date("2026-12-24T10:00:00Z")};
  const module = villagesModule({kind: "http", url: "http://127.0.0.1:9/"});
  await collectModule(module, {...options, ...given});
  expect(await collect()).toMatchObject({said: "collecte", bytes: state.body.length});
});

test("un corps abîmé est redemandé au bout d'un jour, les autres refus au bout d'un mois", async () => {
  const inspect: typeof inspectVillages = async (path, file, where) => {
    const read = await inspectVillages(path, file, where);
    if (read.sample.some(([code]) => code === "77999")) throw new Error("illisible");
    return read;
  };
  const bad = await serveWrong({body: `${csv(400, 2026)}77999,2026\n`});
  expect((await bad.collect({inspect})).said).toBe("CORRUPT");
  expect((await bad.collect({inspect})).bytes).toBe(0);
  bad.pass(1);
  expect((await bad.collect({inspect})).bytes).toBe(bad.state.body.length);
  // A cache repairs its copy under the same ETag.
  bad.state.body = csv(400, 2026);
  bad.pass(1);
  expect((await bad.collect({inspect})).said).toBe("collecte");

  const wrong = await serveWrong({body: csv(900, 2026)});
  await wrong.collect();
  wrong.pass(29);
  expect((await wrong.collect()).bytes).toBe(0);
  wrong.pass(1);
  expect((await wrong.collect()).bytes).toBe(wrong.state.body.length);
});

test("sans ETag, une date suffit une semaine, sauf pour une page servie à la place ; sans rien, rien n'est retenu", async () => {
  const lastModified = "Mon, 02 Nov 2026 06:00:00 GMT";
  const dated = await serveWrong({body: csv(900, 2026), etag: null, lastModified});
  await dated.collect();
  expect((await dated.collect()).bytes).toBe(0);
  dated.pass(7);
  expect((await dated.collect()).bytes).toBe(dated.state.body.length);

  const page = await serveWrong({body: "<html>maintenance</html>", etag: null, lastModified});
  await page.collect();
  expect((await page.collect()).bytes).toBe(page.state.body.length);

  const mute = await serveWrong({body: csv(900, 2026), etag: null});
  await mute.collect();
  expect([await mute.collect(), mute.refused()]).toMatchObject([{said: "SIZE"}, []]);
});

test("un nouvel ETag sur les mêmes octets refusés est retenu à son tour", async () => {
  const {collect, state} = await serveWrong({body: csv(900, 2026)});
  await collect();
  state.etag = '"mauvais, autre serveur"';
  expect((await collect()).bytes).toBe(state.body.length);
  expect(await collect()).toMatchObject({said: "SIZE", bytes: 0});
});

test("le fichier refusé que l'on donne est regardé, et archivé il efface le refus", async () => {
  const {collect, state, options, refused} = await serveWrong({
    body: csv(400, 2026).replace("annee", "annees")
  });
  await collect();
  const from = temporaryFolder();
  writeFileSync(join(from, "villages.csv"), state.body);
  const aliased = villagesModule(
    {kind: "http", url: "http://127.0.0.1:9/"},
    {
      columns: {
        code_commune: {meaning: "Code officiel", type: "texte"},
        annee: {meaning: "Année", type: "entier", aliases: ["annees"]}
      }
    }
  );
  const readVintage = () => ({vintage: "2026", vintageDate: "2026-01-01"});
  const {files} = await collectModule({...aliased, readVintage}, {...options, from});
  expect([files[0]?.outcome, refused()]).toEqual(["collecte", []]);
  expect(await openSnapshots(options.dataDirectory)).toHaveLength(2);
  expect(await collect()).toMatchObject({said: "inchange", bytes: 0});
});

test("sans programme connu, rien n'est retenu", async () => {
  const {collect, state, refused} = await serveWrong({body: csv(900, 2026)});
  for (const bytes of [state.body.length, state.body.length]) {
    expect(await collect({programme: undefined as never})).toMatchObject({said: "SIZE", bytes});
  }
  expect(refused()).toEqual([]);
});

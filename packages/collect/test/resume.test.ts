import {spawn} from "node:child_process";
import {EventEmitter, once} from "node:events";
import {existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import type {IncomingMessage, ServerResponse} from "node:http";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {collectModule, openSnapshots, sweepPartials, withLock} from "../src/index.ts";
import {collectOptions} from "./collect-options.ts";
import {serve} from "./serve.ts";
import {temporaryFolder} from "./temporary-folder.ts";
import {villagesModule} from "./villages.ts";

const child = fileURLToPath(new URL("./collect-child.ts", import.meta.url));
const rows = 2_000_000;
const csv = Buffer.from(`code_commune,annee\n${"77284,2024\n".repeat(rows)}`);
const next = Buffer.from(`code_commune,annee\n${"77284,2025\n".repeat(1000)}`);
const half = 18_000_000;
/** On a slow machine a first card may be written before: one waits for this one. */
const firstNote = 16_000_000;

const module = (url: string) => villagesModule({kind: "http", url}, {rows: {min: 1, max: 1e8}});
const resumeFolder = (data: string) => join(data, "snapshots/villages/population/.reprise");
const waiting = (data: string) => (existsSync(resumeFolder(data)) ? readdirSync(resumeFolder(data)) : []);

/** Bytes that the card of an unfinished download tells; 0 without one, or while it is being written. */
function noted(data: string): number {
  const [card] = waiting(data).filter((name) => name.endsWith(".json"));
  try {
    return card === undefined ? 0 : JSON.parse(readFileSync(join(resumeFolder(data), card), "utf8")).bytes;
  } catch {
    return 0;
  }
}

/** Bytes of an unfinished download, noted or not. */
const received = (data: string) =>
  Math.max(0, ...waiting(data).map((name) => statSync(join(resumeFolder(data), name)).size));

/** Sends what is asked of `content`, from the byte asked when the version is the one known. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  etag: string,
  upTo = content.length
) {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const resumed = from > 0 && request.headers["if-range"] === etag;
  const start = resumed ? from : 0;
  response.writeHead(resumed ? 206 : 200, {
    etag,
    "content-length": content.length - start,
    ...(resumed ? {"content-range": `bytes ${start}-${content.length - 1}/${content.length}`} : {})
  });
  const body = content.subarray(start, upTo);
  return upTo === content.length ? response.end(body) : response.write(body);
}

/** A collection killed once the first bytes are noted, on a server that sends `later` to the next. */
async function killHalfway(etag = '"v1"', later = {content: csv, etag}) {
  const data = temporaryFolder();
  const asked = new EventEmitter();
  const {url, requests} = await serve((request, response, index) => {
    if (index > 0) return void send(request, response, later.content, later.etag);
    send(request, response, csv, etag, half);
    asked.emit("asked");
  });
  const collecting = spawn(process.execPath, ["--import", "tsx", child, url, data], {stdio: "ignore"});
  await once(asked, "asked");
  // Without a strong validator no card is expected: one waits for the bytes past which there would be one.
  const isNoted = () => (etag.startsWith("W/") ? received(data) === half : noted(data) >= firstNote);
  await expect.poll(isNoted, {timeout: 50_000}).toBe(true);
  collecting.kill("SIGKILL");
  await once(collecting, "exit");
  return {data, url, requests};
}

const collectAgain = (data: string, url: string) =>
  withLock(data, "collect", async () => {
    const swept = await sweepPartials(data);
    return {swept, ...(await collectModule(module(url), collectOptions({dataDirectory: data})))};
  });

const slow = {timeout: 120_000};

test(
  "tué par SIGKILL : le téléchargement reprend où il était noté, les octets sont ceux du producteur",
  slow,
  async () => {
    const {data, url, requests} = await killHalfway();
    const {swept, outcome, message} = await collectAgain(data, url);
    expect({outcome, message}).toEqual({outcome: "collecte", message: null});
    expect(swept.every((path) => path.includes(".stage-"))).toBe(true);
    const {range} = requests[1]?.headers ?? {};
    expect(Number(/bytes=(\d+)-/.exec(range ?? "")?.[1])).toBeGreaterThanOrEqual(firstNote);
    expect(requests[1]?.headers["if-range"]).toBe('"v1"');
    const [snapshot] = await openSnapshots(data);
    expect(snapshot).toMatchObject({rows, bytes: csv.length});
    expect(readFileSync(join(data, snapshot?.path ?? "")).equals(csv)).toBe(true);
    expect(waiting(data)).toEqual([]);
  }
);

test("tué, puis le fichier change : il est repris du début, rien n'est mêlé", slow, async () => {
  const {data, url, requests} = await killHalfway('"v1"', {content: next, etag: '"v2"'});
  expect(await collectAgain(data, url)).toMatchObject({outcome: "collecte"});
  expect(requests[1]?.headers["if-range"]).toBe('"v1"');
  const [snapshot] = await openSnapshots(data);
  expect(readFileSync(join(data, snapshot?.path ?? "")).equals(next)).toBe(true);
  expect(waiting(data)).toEqual([]);
});

test("tué sans validateur fort : rien n'est repris", slow, async () => {
  const {data, url, requests} = await killHalfway('W/"v1"');
  const {swept, outcome} = await collectAgain(data, url);
  expect(outcome).toBe("collecte");
  expect(swept.filter((path) => path.includes(".reprise"))).toHaveLength(1);
  expect(requests[1]?.headers.range).toBeUndefined();
});

/** A collection whose time is spent after `sent` bytes of the file. */
async function spendBudget(sent: number) {
  const options = collectOptions({limits: {retries: 0, stallMs: 300}});
  const {url, requests} = await serve((request, response, index) =>
    index === 0 ? send(request, response, next, '"v1"', sent) : send(request, response, next, '"v1"')
  );
  const {files} = await collectModule(module(url), options);
  expect(files[0]?.code).toBe("SRC_UNAVAILABLE");
  return {url, requests, options, data: options.dataDirectory};
}

test("un temps épuisé laisse ce qui est reçu, et la collecte suivante le reprend", async () => {
  const {url, requests, options, data} = await spendBudget(5000);
  expect(waiting(data)).toHaveLength(2);
  expect(await sweepPartials(data)).toEqual([]);
  expect(await collectModule(module(url), options)).toMatchObject({outcome: "collecte"});
  expect(requests[1]?.headers).toMatchObject({range: "bytes=5000-", "if-range": '"v1"'});
  const [snapshot] = await openSnapshots(data);
  expect(readFileSync(join(data, snapshot?.path ?? "")).equals(next)).toBe(true);
});

test("tout reçu sauf l'accusé : le dernier octet est redemandé, jamais une suite vide", async () => {
  const {url, requests, options, data} = await spendBudget(5000);
  const [card = ""] = waiting(data).filter((name) => name.endsWith(".json"));
  const path = join(resumeFolder(data), card);
  writeFileSync(path.replace(/json$/, "part"), next);
  writeFileSync(path, JSON.stringify({...JSON.parse(readFileSync(path, "utf8")), bytes: next.length}));
  expect(await collectModule(module(url), options)).toMatchObject({outcome: "collecte"});
  expect(requests[1]?.headers.range).toBe(`bytes=${next.length - 1}-`);
  expect((await openSnapshots(data))[0]).toMatchObject({bytes: next.length, rows: 1000});
});

test("après sept jours, ou si ses octets manquent, un reste est balayé et rien n'est repris", async () => {
  const old = await spendBudget(5000);
  for (const name of waiting(old.data)) utimesSync(join(resumeFolder(old.data), name), 1e9, 1e9);
  expect(await sweepPartials(old.data)).toHaveLength(2);
  expect(await collectModule(module(old.url), old.options)).toMatchObject({outcome: "collecte"});
  expect(old.requests[1]?.headers.range).toBeUndefined();

  const short = await spendBudget(5000);
  const [part = ""] = waiting(short.data).filter((name) => name.endsWith(".part"));
  writeFileSync(join(resumeFolder(short.data), part), "x");
  expect(await collectModule(module(short.url), short.options)).toMatchObject({outcome: "collecte"});
  expect(short.requests[1]?.headers.range).toBeUndefined();
});

test("un fichier retiré par le producteur ne laisse rien à reprendre", async () => {
  const options = collectOptions({limits: {retries: 0, stallMs: 300}});
  const {url} = await serve((request, response, index) => {
    if (index === 0) send(request, response, next, '"v1"', 5000);
    else response.writeHead(404).end();
  });
  await collectModule(module(url), options);
  const {files} = await collectModule(module(url), options);
  expect(files[0]?.code).toBe("SRC_GONE");
  expect(waiting(options.dataDirectory)).toEqual([]);
});

import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import type {IncomingMessage, ServerResponse} from "node:http";
import {createServer} from "node:https";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {expect, onTestFinished, test} from "vitest";
import {serve} from "../test/serve.ts";
import {temporaryFolder} from "../test/temporary-folder.ts";
import {type DownloadOptions, download} from "./download.ts";
import {defaultLimits} from "./download-limits.ts";

const body = Buffer.from("code,annee\n".repeat(20_000));
const sha256 = createHash("sha256").update(body).digest("hex");
const etag = '"v1"';

/** Downloads without real waits; returns what was waited. */
async function get(url: string, options: DownloadOptions = {}) {
  const folder = temporaryFolder();
  const path = join(folder, "fichier.csv");
  const waits: number[] = [];
  const result = await download(url, path, {
    sleep: async (ms) => waits.push(ms),
    random: () => 0.5,
    ...options,
    limits: {stallMs: 5000, ...options.limits}
  }).catch((error: unknown) => error);
  return {path, waits, result, left: readdirSync(folder)};
}

function sendWhole(response: ServerResponse, content = body, headers: Record<string, string> = {}) {
  response.writeHead(200, {"content-length": content.length, etag, ...headers});
  response.end(content);
}

function codeOf(result: unknown) {
  return result instanceof DataError ? result.code : result;
}

test("un fichier complet est reçu, haché, écrit sous son nom", async () => {
  const {url, requests} = await serve((_, response) =>
    sendWhole(response, body, {"content-disposition": 'attachment; filename="emploi 2025.csv"'})
  );
  const {path, result, left} = await get(`${url}/exports/csv?limit=-1`);
  expect(result).toMatchObject({
    outcome: "nouveau",
    sha256,
    bytes: body.length,
    etag,
    fileName: "emploi 2025.csv",
    reached: `${url}/exports/csv?limit=-1`
  });
  expect(readFileSync(path).equals(body)).toBe(true);
  expect(left).toEqual(["fichier.csv"]);
  expect(requests[0]?.headers["accept-encoding"]).toBe("identity");
});

test("le nom vient de Content-Disposition, sinon de l'adresse, sans sortir du dossier", async () => {
  const {url} = await serve((request, response) =>
    sendWhole(
      response,
      body,
      request.url === "/a"
        ? {"content-disposition": "attachment; filename*=UTF-8''..%2Ffichier%20%C3%A9t%C3%A9.csv"}
        : {}
    )
  );
  expect((await get(`${url}/a`)).result).toMatchObject({fileName: "fichier été.csv"});
  expect((await get(`${url}/exports/communes.csv?x=1`)).result).toMatchObject({fileName: "communes.csv"});
});

test("F01 : trois erreurs 503 puis le fichier ; attentes doublées", async () => {
  const {url} = await serve((_, response, index) => {
    if (index < 3) response.writeHead(503).end();
    else sendWhole(response);
  });
  const {waits, result} = await get(url);
  expect(result).toMatchObject({outcome: "nouveau", sha256});
  expect(waits).toEqual([1000, 2000, 4000]);
});

test("F01 : six erreurs, puis SRC_UNAVAILABLE en une phrase", async () => {
  const {url, requests} = await serve((_, response) => response.writeHead(500).end("panne"));
  const {result, left} = await get(url, {where: "urssaf/commune_ape"});
  expect(codeOf(result)).toBe("SRC_UNAVAILABLE");
  expect((result as DataError).message).toBe(
    "urssaf/commune_ape : attendu une réponse du producteur, trouvé une erreur 500 du serveur ; réessayer plus tard, ou donner le fichier avec --from <dossier>."
  );
  expect(requests).toHaveLength(6);
  expect(left).toEqual([]);
});

test("F01 : les attentes sont étalées de moitié en moins à moitié en plus", async () => {
  const {url} = await serve((_, response) => response.writeHead(503).end());
  const limits = {retries: 3};
  expect((await get(url, {random: () => 0, limits})).waits).toEqual([500, 1000, 2000]);
  expect((await get(url, {random: () => 1, limits})).waits).toEqual([1500, 3000, 6000]);
});

test("F02 : Retry-After en secondes et en date est obéi, compté depuis l'heure du serveur", async () => {
  const date = "Mon, 23 Nov 2026 12:00:00 GMT";
  const asked = ["7", "Mon, 23 Nov 2026 12:00:30 GMT"];
  const {url} = await serve((request, response, index) => {
    response.sendDate = false;
    const dated = request.url === "/date" ? {date} : {};
    if (index % 3 < 2) response.writeHead(429, {...dated, "retry-after": asked[index % 3]}).end();
    else sendWhole(response);
  });
  // The clock of the machine is twenty seconds late, which matters only when the server does not give its own.
  const now = () => new Date("2026-11-23T11:59:40Z");
  const limits = {maxWaitMs: 60_000};
  expect(await get(`${url}/date`, {now, limits})).toMatchObject({
    result: {outcome: "nouveau"},
    waits: [7000, 30_000]
  });
  expect(await get(`${url}/sans`, {now, limits})).toMatchObject({
    result: {outcome: "nouveau"},
    waits: [7000, 50_000]
  });
});

test.each(["86400", "Tue, 24 Nov 2026 12:00:00 GMT"])(
  "F02 : « Retry-After: %s » dépasse la plus longue attente : une seule demande, et la phrase dit jusqu'à quand",
  async (wait) => {
    const date = "Mon, 23 Nov 2026 12:00:00 GMT";
    const {url, requests} = await serve((_, response) =>
      response.writeHead(429, {date, "retry-after": wait}).end()
    );
    const {waits, result} = await get(url, {now: () => new Date("2020-01-01T00:00:00Z"), where: "urssaf"});
    expect(codeOf(result)).toBe("SRC_UNAVAILABLE");
    expect((result as DataError).message).toContain(
      "trouvé une erreur 429 du serveur, qui demande d'attendre jusqu'au 24\u00a0novembre 2026, 12:00\u00a0UTC ;"
    );
    expect([requests.length, waits]).toEqual([1, []]);
  }
);

test.each([404, 410])("F03 : %i n'est pas réessayé", async (status) => {
  const {url, requests} = await serve((_, response) => response.writeHead(status).end());
  expect(codeOf((await get(url)).result)).toBe("SRC_GONE");
  expect(requests).toHaveLength(1);
});

/** Sends the first half and cuts; answers Range requests of the same version. */
function cutThenResume(
  request: IncomingMessage,
  response: ServerResponse,
  index: number,
  version = etag,
  content = body
) {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const resumed = from > 0 && request.headers["if-range"] === version;
  const rest = resumed ? content.subarray(from) : content;
  response.writeHead(resumed ? 206 : 200, {
    etag: version,
    "content-length": rest.length,
    ...(resumed ? {"content-range": `bytes ${from}-${content.length - 1}/${content.length}`} : {})
  });
  if (index > 0) return response.end(rest);
  return response.write(rest.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
}

test("F07 : un corps coupé est repris où il s'est arrêté", async () => {
  const {url, requests} = await serve((request, response, index) => cutThenResume(request, response, index));
  const {path, result} = await get(url);
  expect(result).toMatchObject({outcome: "nouveau", sha256, bytes: body.length});
  expect(requests[1]?.headers).toMatchObject({range: "bytes=100000-", "if-range": etag});
  expect(readFileSync(path).equals(body)).toBe(true);
});

test("F07 : sans validateur, on recommence du début", async () => {
  const {url, requests} = await serve((_, response, index) => {
    response.writeHead(200, {"content-length": body.length});
    if (index > 0) response.end(body);
    else response.write(body.subarray(0, 50_000), () => setTimeout(() => response.destroy(), 20));
  });
  expect((await get(url)).result).toMatchObject({sha256});
  expect(requests[1]?.headers.range).toBeUndefined();
});

test("F07 : coupé après chaque mégaoctet, le fichier est fini : ce qui avance n'épuise pas les essais", async () => {
  const large = Buffer.alloc(10e6, body);
  const serveCut = (gain: number) =>
    serve((request, response) => {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
      response.writeHead(from > 0 ? 206 : 200, {
        etag,
        "content-length": large.length - from,
        ...(from > 0 ? {"content-range": `bytes ${from}-${large.length - 1}/${large.length}`} : {})
      });
      const end = Math.min(from + gain, large.length);
      // Time for the client to read them: a cut loses what it has not.
      response.write(large.subarray(from, end), () => setTimeout(() => response.destroy(), 100));
    });
  const {url, requests} = await serveCut(1e6);
  const {path, result, waits} = await get(url, {limits: {retries: 2}});
  expect(result).toMatchObject({outcome: "nouveau", bytes: large.length});
  expect(readFileSync(path).equals(large)).toBe(true);
  expect(requests.length).toBeGreaterThanOrEqual(10);
  expect(waits.filter((ms) => ms === 1000).length).toBeGreaterThanOrEqual(7);
  const crumbs = await serveCut(1000);
  expect(codeOf((await get(crumbs.url, {limits: {retries: 2}})).result)).toBe("TRUNCATED");
  expect(crumbs.requests).toHaveLength(3);
});

test("F07 : toujours repris du début, ce qui est reçu n'avance pas", async () => {
  const {url, requests} = await serve((_, response) => {
    response.writeHead(200, {etag, "content-length": body.length});
    response.write(body.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
  });
  expect(codeOf((await get(url, {limits: {retries: 2}})).result)).toBe("TRUNCATED");
  // The first try gained, before any was counted.
  expect(requests).toHaveLength(3);
});

test("F07 : une réponse plus courte que demandé n'est pas la fin du fichier", async () => {
  const {url, requests} = await serve((request, response, index) => {
    if (index !== 1) return void cutThenResume(request, response, index);
    const range = `bytes 100000-149999/${body.length}`;
    const piece = body.subarray(100_000, 150_000);
    response.writeHead(206, {etag, "content-length": piece.length, "content-range": range}).end(piece);
  });
  expect((await get(url)).result).toMatchObject({sha256, bytes: body.length});
  expect(requests[2]?.headers.range).toBe("bytes=150000-");
});

test("F07 : une reprise refusée (416) fait repartir du début", async () => {
  const {url, requests} = await serve((request, response, index) => {
    if (index !== 1) return void cutThenResume(request, response, index);
    response.writeHead(416, {"content-range": `bytes */${body.length}`}).end();
  });
  expect((await get(url)).result).toMatchObject({sha256});
  expect(requests.map(({headers}) => headers.range)).toEqual([undefined, "bytes=100000-", undefined]);
});

test("F07 : un validateur faible ne permet pas de reprendre", async () => {
  const weak = 'W/"v1"';
  const {url, requests} = await serve((request, response, index) =>
    cutThenResume(request, response, index, weak)
  );
  expect((await get(url)).result).toMatchObject({sha256});
  expect(requests[1]?.headers).not.toHaveProperty("range");
});

test("F07 : coupé à chaque fois, TRUNCATED et rien sur le disque", async () => {
  const {url} = await serve((_, response) => {
    response.writeHead(200, {"content-length": body.length});
    response.write(body.subarray(0, 5000), () => setTimeout(() => response.destroy(), 200));
  });
  const {result, left} = await get(url, {limits: {retries: 2}});
  expect(codeOf(result)).toBe("TRUNCATED");
  expect(left).toEqual([]);
});

test("F08 : un corps qui finit avec la connexion est refusé, sauf si son empreinte est publiée", async () => {
  const {url, requests} = await serve((_, response) => {
    response.sendDate = false;
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, {connection: "close"});
    response.end(body);
  });
  expect(codeOf((await get(url)).result)).toBe("TRUNCATED");
  expect(requests).toHaveLength(1);
  const checksum = {algorithm: "sha256", value: sha256} as const;
  expect((await get(url, {checksum})).result).toMatchObject({outcome: "nouveau", sha256});
});

test("F09 : une réponse compressée malgré identity est refusée", async () => {
  const {url} = await serve((_, response) => {
    response.writeHead(200, {"content-encoding": "gzip", "content-length": 20}).end(Buffer.alloc(20));
  });
  expect(codeOf((await get(url)).result)).toBe("TRUNCATED");
});

test("un corps par morceaux (chunked) est accepté, et refusé s'il est coupé", async () => {
  const {url} = await serve((request, response) => {
    response.writeHead(200, {etag});
    if (request.url === "/entier") return void response.end(body);
    // Cut once the first bytes have left: on a busy machine they would be lost with the connection.
    response.write(body.subarray(0, 1000), () => setTimeout(() => response.destroy(), 20));
  });
  expect((await get(`${url}/entier`)).result).toMatchObject({sha256, bytes: body.length});
  expect(codeOf((await get(`${url}/coupe`, {limits: {retries: 1}})).result)).toBe("TRUNCATED");
});

test("F15 : empreinte fausse, un second téléchargement puis CHECKSUM", async () => {
  const {url, requests} = await serve((_, response) => sendWhole(response));
  const checksum = {algorithm: "sha1", value: "0".repeat(40)} as const;
  const {result, left} = await get(url, {checksum});
  expect(codeOf(result)).toBe("CHECKSUM");
  expect(requests).toHaveLength(2);
  expect(left).toEqual([]);
});

test("F15 : fausse une fois, juste la seconde", async () => {
  const {url} = await serve((_, response, index) =>
    sendWhole(response, index === 0 ? body.subarray(1) : body)
  );
  const value = createHash("sha1").update(body).digest("hex").toUpperCase();
  expect((await get(url, {checksum: {algorithm: "sha1", value}})).result).toMatchObject({
    outcome: "nouveau",
    sha256
  });
});

test("F16 : un serveur qui ne répond pas, et un qui répond octet par octet, sont abandonnés", async () => {
  const {url} = await serve((request, response) => {
    if (request.url === "/muet") return;
    response.writeHead(200, {"content-length": body.length});
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  });
  for (const path of ["/muet", "/lent"]) {
    const before = performance.now();
    const {result} = await get(url + path, {limits: {retries: 0, stallMs: 200}});
    expect(codeOf(result)).toBe("SRC_UNAVAILABLE");
    expect(performance.now() - before).toBeLessThan(5000);
  }
});

test("F16 : cinquante octets par seconde sont un serveur arrêté, un petit fichier lent n'en est pas un", async () => {
  // The real rate, a hundred times faster: 24 s become 240 ms, and as many bytes are asked of them.
  const stallMs = defaultLimits.stallMs / 100;
  const {url} = await serve((request, response) => {
    const size = request.url === "/petit" ? 600 : 1e6;
    setTimeout(() => {
      response.writeHead(200, {"content-length": size});
      let sent = 0;
      const timer = setInterval(() => {
        response.write("x".repeat(50));
        sent += 50;
        if (sent === size) response.end();
      }, 10);
      response.on("close", () => clearInterval(timer));
    }, stallMs * 0.8);
  });
  const before = performance.now();
  const slow = await get(`${url}/lent`, {limits: {retries: 0, stallMs}});
  expect((slow.result as DataError).found).toBe("un serveur qui n'envoie presque plus rien");
  expect(performance.now() - before).toBeLessThan(3000);
  // It begins late, and ends after the window in which it was asked: once it answers, it has one of its own.
  expect((await get(`${url}/petit`, {limits: {retries: 0, stallMs}})).result).toMatchObject({bytes: 600});
  expect(defaultLimits.stallBytes / defaultLimits.stallMs).toBeGreaterThanOrEqual(1);
  expect(defaultLimits.stallMs).toBeLessThan(30_000);
});

test("F16 : le budget total coupe un téléchargement qui avance trop lentement", async () => {
  const {url} = await serve((_, response) => {
    response.writeHead(200, {"content-length": 1e9});
    const timer = setInterval(() => response.write(Buffer.alloc(4096)), 10);
    response.on("close", () => clearInterval(timer));
  });
  const before = performance.now();
  expect(codeOf((await get(url, {limits: {totalMs: 300}})).result)).toBe("SRC_UNAVAILABLE");
  expect(performance.now() - before).toBeLessThan(5000);
});

test("F17 : nom introuvable et connexion refusée sont réessayés, puis dits", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const {port} = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const {result, waits} = await get(`http://127.0.0.1:${port}/`);
  expect((result as DataError).message).toContain("connexion refusée");
  expect(waits).toHaveLength(5);
  expect(codeOf((await get("http://serveur.invalid/")).result)).toBe("SRC_UNAVAILABLE");
});

test("F17 : un serveur HTTPS sans certificat valable n'est jamais lu", async () => {
  const server = createServer((_, response) => sendWhole(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const {result, left} = await get(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    limits: {retries: 1}
  });
  expect(codeOf(result)).toBe("SRC_UNAVAILABLE");
  expect(left).toEqual([]);
});

test("rien de nouveau : 304, aucun corps", async () => {
  const lastModified = "Wed, 27 May 2026 08:00:00 GMT";
  const {url, requests} = await serve((request, response) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else sendWhole(response);
  });
  const {result, left} = await get(url, {previous: {etag, lastModified, sha256}});
  expect(result).toMatchObject({outcome: "inchange", sha256, bytes: 0, etag, lastModified});
  expect(requests[0]?.headers["if-modified-since"]).toBe(lastModified);
  expect(left).toEqual([]);
});

test("F18 : ETag changé mais mêmes octets, inchangé ; même ETag mais autres octets, nouveau", async () => {
  const {url} = await serve((_, response) => sendWhole(response, body, {etag: '"v2"'}));
  const same = await get(url, {previous: {etag, lastModified: null, sha256}});
  expect(same.result).toMatchObject({outcome: "inchange", etag: '"v2"', sha256});
  expect(existsSync(same.path)).toBe(false);
  const other = await get(url, {previous: {etag: '"v2"', lastModified: null, sha256: "autre"}});
  expect(other.result).toMatchObject({outcome: "nouveau", sha256});
});

test("F19 : le fichier change entre deux requêtes, on repart du début", async () => {
  const next = Buffer.from("autre,version\n".repeat(20_000));
  const {url} = await serve((request, response, index) =>
    index === 0 ? cutThenResume(request, response, 0) : cutThenResume(request, response, index, '"v2"', next)
  );
  const {path, result} = await get(url);
  expect(result).toMatchObject({outcome: "nouveau", etag: '"v2"', bytes: next.length});
  expect(readFileSync(path).equals(next)).toBe(true);
});

const others = Buffer.alloc(body.length, "autre,version\n");

test.each([
  ["une autre version", {etag: '"v2"'}, 100_000, body.length],
  ["un autre début", {etag}, 50_000, body.length],
  ["une autre longueur", {etag}, 100_000, body.length + 10],
  ["une autre longueur, sans ETag", {}, 100_000, body.length + 10]
])("F19 : une reprise menteuse (%s) n'est pas mélangée", async (_, headers, from, total) => {
  const {url, requests} = await serve((request, response, index) => {
    if (index !== 1) return void cutThenResume(request, response, index);
    const rest = Buffer.alloc(total - from, others);
    const range = `bytes ${from}-${total - 1}/${total}`;
    response.writeHead(206, {...headers, "content-length": rest.length, "content-range": range}).end(rest);
  });
  const {path, result} = await get(url);
  expect(result).toMatchObject({sha256, bytes: body.length});
  expect(readFileSync(path).equals(body)).toBe(true);
  expect(requests[2]?.headers).not.toHaveProperty("range");
});

test("F19 : une suite dont rien ne dit la longueur entière n'est pas gardée", async () => {
  const {url, requests} = await serve((_, response, index) => {
    if (index === 0) {
      response.writeHead(200, {etag});
      return void response.write(body.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
    }
    if (index > 1) return sendWhole(response);
    const piece = body.subarray(100_000, 150_000);
    const range = "bytes 100000-149999/*";
    response.writeHead(206, {etag, "content-length": piece.length, "content-range": range}).end(piece);
  });
  expect((await get(url)).result).toMatchObject({sha256, bytes: body.length});
  expect(requests).toHaveLength(3);
});

test("F33 : un fichier plus grand que le disque est refusé avant d'être reçu", async () => {
  const {url, requests} = await serve((_, response) => {
    response.writeHead(200, {"content-length": 1e15});
    response.write("x");
  });
  expect(codeOf((await get(url, {limits: {maxBytes: 1e16}})).result)).toBe("ENOSPC");
  expect(requests).toHaveLength(1);
});

test("un fichier sans fin est arrêté à la taille maximale", async () => {
  const {url} = await serve((_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(Buffer.alloc(500)), 10);
    response.on("close", () => clearInterval(timer));
  });
  expect(codeOf((await get(url, {limits: {maxBytes: 1000}})).result)).toBe("SIZE");
});

test("un fichier qui s'annonce trop grand est refusé sans en attendre un octet, et la connexion lâchée", async () => {
  let closed = false;
  const {url, requests} = await serve((_, response) => {
    response.writeHead(200, {"content-length": 2000}).flushHeaders();
    response.on("close", () => {
      closed = true;
    });
  });
  const {result} = await get(url, {limits: {maxBytes: 1000}});
  expect((result as DataError).message).toContain("attendu au plus 1000 octets, trouvé 2000 octets");
  expect(requests).toHaveLength(1);
  await expect.poll(() => closed).toBe(true);
});

test("la progression va de zéro au total", async () => {
  const {url} = await serve((_, response) => sendWhole(response));
  const seen: (number | null)[][] = [];
  await get(url, {onProgress: ({bytes, total}) => seen.push([bytes, total])});
  expect(seen.at(-1)).toEqual([body.length, body.length]);
});

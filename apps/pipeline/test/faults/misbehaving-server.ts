import {createHash} from "node:crypto";
import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from "node:http";
import {createServer as createSecureServer} from "node:https";
import type {AddressInfo, Socket} from "node:net";

/** What one request got: `<host>/<path>` asked through the mirror, and what left the server. */
export interface Served {
  address: string;
  headers: IncomingMessage["headers"];
  at: number;
  status: number;
  /** Bytes of body handed to the connection. */
  sent: number;
}

/** Answers one request of an address; `index` counts the requests since it misbehaves. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, index: number) => void;

export interface MisbehavingServer {
  /** Base address to give as mirror. */
  url: string;
  served: Served[];
  /** Serves these bytes as a good producer does: length, ETag, 304, ranges. */
  publish: (address: string, content: Buffer | string, headers?: Record<string, string>) => void;
  misbehave: (address: string, behaviour: Behaviour) => void;
  /** Every address answers again as a good producer does. */
  heal: () => void;
  close: () => Promise<void>;
}

const lastModified = "Mon, 02 Nov 2026 06:00:00 GMT";

/** A real server on loopback that stands for every producer, and that does to each address what it is told. */
export async function startServer(tls?: {key: string; cert: string}): Promise<MisbehavingServer> {
  const contents = new Map<string, {content: Buffer; headers: Record<string, string>}>();
  const behaviours = new Map<string, {behaviour: Behaviour; index: number}>();
  const served: Served[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    const address = decodeURI((request.url ?? "").slice(1).split("?")[0] ?? "");
    const entry: Served = {address, headers: request.headers, at: performance.now(), status: 0, sent: 0};
    served.push(entry);
    watch(response, entry);
    const special = behaviours.get(address);
    if (special) return special.behaviour(request, response, special.index++);
    const known = contents.get(address);
    if (known) return sendAsAGoodProducer(request, response, known);
    response.writeHead(404, {"content-length": 0}).end();
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served,
    publish: (address, content, headers = {}) => {
      contents.set(address, {content: Buffer.from(content), headers});
    },
    misbehave: (address, behaviour) => behaviours.set(address, {behaviour, index: 0}),
    heal: () => behaviours.clear(),
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      })
  };
}

export const etagOf = (content: Buffer | string): string =>
  `"${createHash("sha1").update(content).digest("hex").slice(0, 12)}"`;

/** Length, ETag, date, 304 when nothing changed, and the end of the file when that is asked. */
export function sendAsAGoodProducer(
  request: IncomingMessage,
  response: ServerResponse,
  {content, headers = {}}: {content: Buffer; headers?: Record<string, string>}
): void {
  const etag = headers.etag ?? etagOf(content);
  const common = {etag, "last-modified": lastModified, ...headers};
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, common).end();
    return;
  }
  const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
  if (from !== undefined && request.headers["if-range"] === etag) {
    const rest = content.subarray(Number(from));
    response.writeHead(206, {
      ...common,
      "content-length": rest.length,
      "content-range": `bytes ${from}-${content.length - 1}/${content.length}`
    });
    response.end(rest);
    return;
  }
  response.writeHead(200, {...common, "content-length": content.length}).end(content);
}

/** Notes the status and the bytes of body of a response. */
function watch(response: ServerResponse, entry: Served): void {
  for (const name of ["write", "end"] as const) {
    const send = response[name].bind(response) as (...given: unknown[]) => never;
    response[name] = (...given: unknown[]) => {
      const [chunk] = given;
      if (typeof chunk === "string" || chunk instanceof Uint8Array) entry.sent += Buffer.byteLength(chunk);
      return send(...given);
    };
  }
  response.on("close", () => {
    entry.status = response.statusCode;
  });
}

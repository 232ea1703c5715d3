import {gzipSync} from "node:zlib";
import {type Behaviour, etagOf, sendAsAGoodProducer} from "./misbehaving-server.ts";

/** Ways in which a server goes wrong; each one is a `Behaviour` for an address. */

export const answer =
  (status: number, headers: Record<string, string> = {}, body = ""): Behaviour =>
  (_, response) => {
    response.writeHead(status, {"content-length": Buffer.byteLength(body), ...headers}).end(body);
  };

/** Serves other bytes than before, whole, as a good producer does. */
export const serve =
  (content: Buffer | string, headers: Record<string, string> = {}): Behaviour =>
  (request, response) =>
    sendAsAGoodProducer(request, response, {content: Buffer.from(content), headers});

/** Each behaviour answers one request, the last one all the others. */
export const first =
  (...behaviours: readonly Behaviour[]): Behaviour =>
  (request, response, index) =>
    behaviours[Math.min(index, behaviours.length - 1)]?.(request, response, index);

/** Announces the whole length, sends `bytes` of it and cuts the connection. */
export const cutAfter =
  (content: Buffer, bytes: number, headers: Record<string, string> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(200, {"content-length": content.length, etag: etagOf(content), ...headers});
    response.write(content.subarray(0, bytes), () => setTimeout(() => response.destroy(), 30));
  };

/** No length at all: only the end of the connection ends the body, here too early. */
export const closeDelimited =
  (content: Buffer, bytes: number): Behaviour =>
  (_, response) => {
    const {socket} = response;
    socket?.write("HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\nconnection: close\r\n\r\n");
    socket?.end(content.subarray(0, bytes));
  };

/** Compressed for the journey although nobody asked, and cut. */
export const cutContentEncoding =
  (content: Buffer): Behaviour =>
  (_, response) => {
    const packed = gzipSync(content);
    const cut = packed.subarray(0, Math.floor(packed.length * 0.6));
    response.writeHead(200, {"content-encoding": "gzip", "content-length": cut.length}).end(cut);
  };

/** One byte every `everyMs`, as if it would end one day. */
export const slowLoris =
  (content: Buffer, everyMs: number): Behaviour =>
  (_, response) => {
    response.writeHead(200, {"content-length": content.length});
    let sent = 0;
    const timer = setInterval(() => response.write(content.subarray(sent, ++sent)), everyMs);
    response.on("close", () => clearInterval(timer));
  };

/** Takes the request and says nothing. */
export const silent: Behaviour = () => undefined;

export const redirect = (location: string): Behaviour => answer(302, {location});

import {createHash} from "node:crypto";
import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

/** A producer on loopback that sends its file slowly, with an ETag and ranges: long enough for a kill to find it halfway. */
export interface SlowProducer {
  /** To give as mirror. */
  url: string;
  publish: (content: string) => void;
  /** Requests answered so far: whole bodies, ends of bodies, nothing new. */
  answers: {whole: number; resumed: number; unchanged: number};
  close: () => Promise<void>;
}

/** A download is noted as one to resume after two seconds: it lasts a little more. */
const pieces = 12;
const everyMs = 220;

/** Every address gives the same file: one source is asked. */
export async function startSlowProducer(): Promise<SlowProducer> {
  let body = Buffer.alloc(0);
  let etag = "";
  const answers = {whole: 0, resumed: 0, unchanged: 0};
  const server = createServer((request, response) => {
    const {"if-none-match": known, "if-range": version, range = ""} = request.headers;
    if (known === etag) {
      answers.unchanged += 1;
      response.writeHead(304, {etag}).end();
      return;
    }
    const from = version === etag ? Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0) : 0;
    answers[from > 0 ? "resumed" : "whole"] += 1;
    response.writeHead(from > 0 ? 206 : 200, {
      etag,
      "content-type": "text/csv",
      "content-length": body.length - from,
      ...(from > 0 ? {"content-range": `bytes ${from}-${body.length - 1}/${body.length}`} : {})
    });
    sendSlowly(response, body.subarray(from), Math.ceil(body.length / pieces));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: (content) => {
      body = Buffer.from(content);
      etag = `"${createHash("sha1").update(body).digest("hex").slice(0, 12)}"`;
    },
    answers,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      })
  };
}

function sendSlowly(response: ServerResponse, rest: Buffer, size: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(rest.subarray(sent, sent + size));
    sent += size;
    if (sent < rest.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.on("close", () => clearInterval(timer));
}

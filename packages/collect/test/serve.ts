import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {createServer as createSecureServer} from "node:https";
import type {AddressInfo} from "node:net";
import {onTestFinished} from "vitest";
import type {Certificate} from "./make-certificate.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse, index: number) => void;

export interface Serving {
  url: string;
  /** Host and port. */
  host: string;
  port: number;
  /** What was asked, in order. */
  requests: IncomingMessage[];
}

/** A server on loopback for one test, over https when it has a certificate. */
export async function serve(handle: Handle, certificate?: Certificate): Promise<Serving> {
  const requests: IncomingMessage[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    handle(request, response, requests.length - 1);
  };
  const server: Server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const {port} = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {url: `${certificate ? "https" : "http"}://${host}`, host, port, requests};
}

import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {onTestFinished} from "vitest";

/** A server on loopback for one test. `requests` keeps what was asked, in order. */
export async function serve(
  handle: (request: IncomingMessage, response: ServerResponse, index: number) => void
): Promise<{url: string; requests: IncomingMessage[]}> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    handle(request, response, requests.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests};
}

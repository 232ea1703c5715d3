import {createServer} from "node:http";
import {type AddressInfo, connect} from "node:net";
import {onTestFinished} from "vitest";

/** A CONNECT proxy on loopback for one test: every name asked leads to `port`. `asked` keeps them; `refuse` answers instead. */
export async function serveProxy(
  port: number,
  {refuse}: {refuse?: number} = {}
): Promise<{host: string; asked: string[]}> {
  const asked: string[] = [];
  const server = createServer();
  server.on("connect", (request, client, head) => {
    asked.push(request.url ?? "");
    client.on("error", () => undefined);
    if (refuse !== undefined) return void client.end(`HTTP/1.1 ${refuse} Refus\r\n\r\n`);
    const target = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.write(head);
      target.pipe(client).pipe(target);
    });
    target.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return {host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked};
}

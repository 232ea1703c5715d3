import {createReadStream, existsSync, statSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".parquet": "application/octet-stream"
};

export interface ServedFolder {
  /** "http://127.0.0.1:41234" */
  origin: string;
  close: () => Promise<void>;
}

/** Serves a folder on loopback, as a static host would: `/` → index.html, `/emploi` → emploi.html, else 404.html. */
export async function serveFolder(directory: string, port = 0): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const found = findFile(directory, path);
    const file = found ?? join(directory, "404.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(found ? 200 : 404, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache"
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(port, "127.0.0.1", resolve)
  );
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

function findFile(directory: string, path: string): string | undefined {
  const candidates = path.endsWith("/")
    ? [`${path}index.html`]
    : [path, `${path}.html`, `${path}/index.html`];
  return candidates
    .filter((candidate) => !candidate.split("/").includes(".."))
    .map((candidate) => join(directory, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

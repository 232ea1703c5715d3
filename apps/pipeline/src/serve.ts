import {createReadStream, statSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize, sep} from "node:path";
import {createGzip} from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet"
};
const compressible = /\.(html|css|js|json|csv|svg|xml|txt)$/;

/**
 * Serves a folder on loopback. `folder` is asked at each request, so that a run published meanwhile is seen at once.
 * Addresses without extension get ".html", as a static host does; port 0 takes a free one.
 */
export async function serveSite(
  folder: () => string | null,
  port: number
): Promise<{server: Server; url: string}> {
  const server = createServer((request, response) => {
    const root = folder();
    const path = root && resolveFile(root, new URL(request.url ?? "/", "http://localhost").pathname);
    const found = path || (root && resolveFile(root, "/404"));
    if (!found) {
      response.writeHead(404, {"content-type": "text/plain; charset=utf-8"}).end("Page introuvable.\n");
      return;
    }
    const zip = compressible.test(found) && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    response.writeHead(path ? 200 : 404, {
      "content-type": types[extname(found)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      ...(zip ? {"content-encoding": "gzip"} : {})
    });
    if (request.method === "HEAD") response.end();
    else if (zip) createReadStream(found).pipe(createGzip()).pipe(response);
    else createReadStream(found).pipe(response);
  });
  await listen(server, port);
  return {server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`};
}

/** Listens on the wanted port, or on a free one when it is taken. */
async function listen(server: Server, port: number): Promise<void> {
  const attempt = (candidate: number) =>
    new Promise<void>((done, failed) => {
      server.once("error", failed);
      server.listen(candidate, "127.0.0.1", () => {
        server.off("error", failed);
        done();
      });
    });
  try {
    await attempt(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    await attempt(0);
  }
}

function resolveFile(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const base = normalize(join(root, decoded));
  if (base !== root && !base.startsWith(root + sep)) return null;
  return [base, `${base}.html`, join(base, "index.html")].find(isFile) ?? null;
}

const isFile = (path: string) => statSync(path, {throwIfNoEntry: false})?.isFile() === true;

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
  ".pdf": "application/pdf",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ".parquet": "application/vnd.apache.parquet"
};
const compressible = /\.(html|css|js|json|csv|svg|xml|txt)$/;

/** Those of `deploy/nginx` and `deploy/apache`, so that what works here works there. */
export const safetyHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), fullscreen=(self)"
} as const;

/**
 * Serves a folder on loopback. `folder` is asked at each request, so that a run published meanwhile is seen at once.
 * Addresses without extension get ".html", as a static host does; port 0 takes a free one.
 */
export async function serveSite(
  folder: () => string | null,
  port: number
): Promise<{server: Server; url: string}> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(safetyHeaders)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, {allow: "GET, HEAD"}).end();
      return;
    }
    const root = folder();
    const asked = (request.url ?? "/").split("?")[0] ?? "/";
    const path = root && resolveFile(root, asked);
    // Links of a page are relative: one in a folder needs the folder's own address.
    if (path?.endsWith(`${sep}index.html`) && !/(\/|index(\.html)?)$/.test(asked)) {
      response.writeHead(301, {location: `${asked.replace(/^\/+/, "/")}/`}).end();
      return;
    }
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
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    // A run may be pruned between the look and the read.
    const file = createReadStream(found).on("error", () => response.destroy());
    if (zip) file.pipe(createGzip()).pipe(response);
    else file.pipe(response);
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
  if (decoded.includes("\0") || /\/\.(?!\.?(\/|$))/.test(decoded)) return null;
  return [base, `${base}.html`, join(base, "index.html")].find(isFile) ?? null;
}

const isFile = (path: string) => statSync(path, {throwIfNoEntry: false})?.isFile() === true;

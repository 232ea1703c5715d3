import {utimesSync} from "node:fs";
import {request} from "node:http";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {findServer, type Hosted, host, pointTo, type ServerName, writeRun} from "./web-server.ts";

const long = "<!doctype html><title>Emploi</title>".padEnd(4000, "x");
const pages = {
  "index.html": long.replace("Emploi", "Accueil"),
  "404.html": "<title>Page introuvable</title>",
  "emploi.html": long,
  "prix-foncier.html": long,
  "territoires/index.html": long,
  "territoires/77284.html": long,
  "_site/site.df6e9d07.js": "console.log(1)".padEnd(4000),
  "_site/libre.js": "1",
  "_import/style.eeaf9f38.css": "body{}".padEnd(4000),
  "telecharger/figures/emploi.csv": "commune;élèves\n77284;3\n".repeat(300),
  "telecharger/figures/emploi.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "telecharger/emploi.parquet": "PAR1",
  "telecharger/non-indexable/prix.csv": "a;b\n",
  "recherche.json": "[]",
  "robots.txt": "User-agent: *\n",
  ".git/config": "secret"
};
const prepare = (data: string) => {
  writeRun(data, "20261124-050000-aaaaaa", pages);
  pointTo(data, "20261124-050000-aaaaaa");
};

/** `fetch` tidies an address before sending it: this sends it as it is. */
function rawGet(origin: string, path: string): Promise<{status: number; body: string}> {
  const {hostname, port} = new URL(origin);
  return new Promise((done, failed) => {
    request({hostname, port, path, method: "GET"}, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => done({status: response.statusCode ?? 0, body}));
    })
      .on("error", failed)
      .end();
  });
}

for (const name of ["nginx", "apache"] as const satisfies readonly ServerName[]) {
  const absent = findServer(name) === null;
  const title = absent ? `${name} n'est pas installé ici : deploy/${name} n'est pas essayé` : name;
  describe.skipIf(absent)(title, () => {
    let hosted: Hosted;
    const get = (path: string, init: RequestInit = {}) =>
      fetch(`${hosted.origin}${path}`, {redirect: "manual", ...init});
    beforeAll(async () => {
      hosted = await host(name, prepare);
    });
    afterAll(() => hosted?.close());

    test("every answer carries the safety headers, also the page that is not found", async () => {
      for (const path of ["/", "/emploi", "/telecharger/figures/emploi.csv", "/absente"]) {
        const {headers} = await get(path);
        const csp = headers.get("content-security-policy") ?? "";
        expect(csp).toContain("default-src 'none'");
        expect(csp).toContain("script-src 'self';");
        expect(csp).not.toContain("unsafe-eval");
        expect(csp.match(/unsafe-inline/g)).toHaveLength(1);
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect(headers.get("x-frame-options")).toBe("DENY");
        expect(headers.get("referrer-policy")).toBe("same-origin");
        expect(headers.get("permissions-policy")).toContain("camera=()");
        expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
        expect(headers.get("server") ?? "").not.toMatch(/nginx\/\d/);
      }
    });

    test.each([
      ["/", "text/html; charset=utf-8"],
      ["/_site/site.df6e9d07.js", "text/javascript; charset=utf-8"],
      ["/_import/style.eeaf9f38.css", "text/css; charset=utf-8"],
      ["/telecharger/figures/emploi.csv", "text/csv; charset=utf-8"],
      ["/telecharger/figures/emploi.svg", "image/svg+xml; charset=utf-8"],
      ["/telecharger/emploi.parquet", "application/vnd.apache.parquet"],
      ["/recherche.json", "application/json; charset=utf-8"]
    ])("%s is %s", async (path, type) => {
      expect((await get(path)).headers.get("content-type")).toBe(type);
    });

    test.each([
      ["/", "no-cache"],
      ["/emploi", "no-cache"],
      ["/recherche.json", "no-cache"],
      ["/_site/libre.js", "no-cache"],
      ["/_site/site.df6e9d07.js", "max-age=31536000, immutable"],
      ["/_import/style.eeaf9f38.css", "max-age=31536000, immutable"],
      ["/_site/absent.df6e9d07.js", "no-cache"],
      ["/telecharger/figures/emploi.csv", "max-age=0, must-revalidate"],
      ["/absente", "no-cache"]
    ])("%s is kept as %s", async (path, cache) => {
      expect((await get(path)).headers.get("cache-control")).toBe(cache);
    });

    test("a page is compressed, and not sent twice when unchanged", async () => {
      for (const encoding of ["gzip", "identity"]) {
        const first = await get("/emploi", {headers: {"accept-encoding": encoding}});
        expect(first.headers.get("content-encoding")).toBe(encoding === "gzip" ? "gzip" : null);
        expect(first.headers.get("vary") ?? "").toMatch(/accept-encoding/i);
        expect(await first.text()).toBe(long);
        const etag = first.headers.get("etag") ?? "";
        expect(etag).not.toBe("");
        const again = await get("/emploi", {headers: {"accept-encoding": encoding, "if-none-match": etag}});
        expect(again.status).toBe(304);
      }
      const csv = await get("/telecharger/figures/emploi.csv", {headers: {"accept-encoding": "gzip"}});
      expect(csv.headers.get("content-encoding")).toBe("gzip");
    });

    test("addresses without extension, folders, and the page that says it is not found", async () => {
      expect(await (await get("/")).text()).toContain("Accueil");
      expect((await get("/territoires/77284")).status).toBe(200);
      expect((await get("/territoires/")).status).toBe(200);
      const folder = await get("/territoires");
      expect(folder.status).toBe(301);
      expect(new URL(folder.headers.get("location") ?? "", hosted.origin).pathname).toBe("/territoires/");
      for (const path of ["/absente", "/emploi/", "/telecharger/", "/404.html"]) {
        const response = await get(path);
        // Apache says of a folder without index that it may not be listed.
        expect(path === "/telecharger/" ? [403, 404] : [404], path).toContain(response.status);
        expect(await response.text(), path).toBe(pages["404.html"]);
      }
    });

    test.each([
      "/.git/config",
      "/../../../../etc/passwd",
      "/..%2f..%2f..%2fetc/passwd",
      "/%2e%2e/%2e%2e/manifest.json",
      "/telecharger/../../manifest.json",
      "/territoires/..%5c..%5cmanifest.json"
    ])("%s gives nothing", async (path) => {
      writeRun(hosted.data, "20261124-050000-aaaaaa", {"../manifest.json": "secret"});
      const {status, body} = await rawGet(hosted.origin, path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toMatch(/secret|root:/);
    });

    test("nothing but reading", async () => {
      for (const method of ["POST", "PUT", "DELETE"]) {
        expect((await get("/emploi", {method})).status, method).toBeGreaterThanOrEqual(400);
      }
      expect((await get("/emploi", {method: "HEAD"})).status).toBe(200);
    });

    test("the run that is published is seen at the next request, and a return to the previous one too", async () => {
      const runs = ["20261124-050000-aaaaaa", "20261125-050000-bbbbbb"] as const;
      const texts = [long, long.replaceAll("x", "y")];
      writeRun(hosted.data, runs[1], {...pages, "emploi.html": texts[1]!});
      // Same size, and the older file is the last published: only the label tells them apart.
      utimesSync(join(hosted.data, "runs", runs[1], "site/emploi.html"), 1_000_000_000, 1_000_000_000);
      for (let turn = 1; turn <= 20; turn += 1) {
        const before = await get("/emploi");
        const etag = before.headers.get("etag") ?? "";
        await before.text();
        pointTo(hosted.data, runs[(turn % 2) as 0 | 1]);
        const after = await get("/emploi", {headers: {"if-none-match": etag}});
        expect(after.status).toBe(200);
        expect(await after.text()).toBe(texts[turn % 2]);
      }
    });

    test("a public site is open to search engines, but not what the law keeps out of them", async () => {
      const open = await host(name, prepare, {indexed: true});
      try {
        const robots = async (path: string) =>
          (await fetch(`${open.origin}${path}`)).headers.get("x-robots-tag");
        expect(await robots("/")).toBeNull();
        expect(await robots("/telecharger/figures/emploi.csv")).toBeNull();
        for (const path of ["/prix-foncier", "/prix-foncier.html", "/telecharger/non-indexable/prix.csv"])
          expect(await robots(path), path).toBe("noindex, nofollow");
      } finally {
        await open.close();
      }
    });
  });
}

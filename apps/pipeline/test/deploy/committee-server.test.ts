import {get as ask} from "node:http";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {
  findServer,
  type Hosted,
  host,
  pointTo,
  type ServerName,
  type SiteName,
  writeRun
} from "./web-server.ts";

const run = "20261124-050000-aaaaaa";
const everybody = "observatoire.exemple.fr";
const committee = "comite.observatoire.exemple.fr";
const secret = "Négocier la reprise du site";
const files = [
  "index.html",
  "404.html",
  "emploi.html",
  "programme/index.html",
  "seances/2026-12-03.html",
  "telecharger/programme/actions.csv",
  "telecharger/seances/2026-12-03/dossier.pdf",
  "telecharger/seances/2026-12-03/diaporama.pptx",
  "telecharger/seances/2026-12-03/classeur.xlsx",
  "recherche.json",
  "_site/site.df6e9d07.js"
];
const asked = [...files.filter((path) => path !== "404.html"), "", "emploi", "programme/", "absente"];
const prepare = (data: string) => {
  writeRun(data, run, Object.fromEntries(files.map((path) => [path, "ouvert"])));
  writeRun(data, run, Object.fromEntries(files.map((path) => [`../site-comite/${path}`, secret])));
  pointTo(data, run);
};

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** `fetch` chooses the name of the host and the address it comes from: this gives both. */
function request(
  origin: string,
  name: string,
  path: string,
  {password, from}: {password?: string; from?: string} = {}
) {
  const {port} = new URL(origin);
  return new Promise<Answer>((done, failed) => {
    ask(
      {
        ...{host: "127.0.0.1", port, path: `/${path}`, localAddress: from ?? "127.0.0.1"},
        headers: {host: name, ...(password ? {authorization: `Basic ${btoa(`comite:${password}`)}`} : {})}
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => (body += chunk));
        response.on("end", () => done({status: response.statusCode ?? 0, headers: response.headers, body}));
      }
    ).on("error", failed);
  });
}

const orders: readonly (readonly SiteName[])[] = [
  ["observatoire", "observatoire-comite"],
  ["observatoire-comite", "observatoire"]
];
for (const name of ["nginx", "apache"] as const satisfies readonly ServerName[]) {
  const absent = findServer(name) === null;
  describe.skipIf(absent).each(orders)(
    absent ? `${name} n'est pas installé ici : le site du comité n'est pas essayé` : `${name}, %s then %s`,
    (...sites) => {
      let hosted: Hosted;
      beforeAll(async () => {
        hosted = await host(name, prepare, {sites, indexed: true});
      });
      afterAll(() => hosted?.close());

      test.each(asked)(
        "/%s of the committee asks for the password, and says nothing without it",
        async (path) => {
          for (const password of [undefined, "faux"]) {
            const {status, headers, body} = await request(hosted.origin, committee, path, {
              ...(password ? {password} : {})
            });
            expect(status).toBe(401);
            expect(headers["www-authenticate"]).toMatch(/^Basic/);
            expect(headers["x-robots-tag"]).toBe("noindex, nofollow");
            expect(headers["cache-control"]).toMatch(/^private/);
            expect(body).not.toContain(secret);
          }
        }
      );

      test.each(asked)(
        "/%s of the committee, with the password, is indexed nowhere and kept by no proxy",
        async (path) => {
          const {status, headers, body} = await request(hosted.origin, committee, path, {password: "essai"});
          expect(status).toBe(path === "absente" ? 404 : 200);
          expect(body).toBe(secret);
          expect(headers["x-robots-tag"]).toBe("noindex, nofollow");
          expect(headers["cache-control"]).toBe(
            path.startsWith("_site/") ? "private, max-age=31536000, immutable" : "private, no-store"
          );
          expect(headers["content-security-policy"]).toContain("default-src 'none'");
          expect(headers["x-content-type-options"]).toBe("nosniff");
          if (path.endsWith(".pdf")) expect(headers["content-type"]).toBe("application/pdf");
          if (/x$/.test(path)) expect(headers["content-type"]).toMatch(/^application\/vnd\.openxmlformats-/);
        }
      );

      test.each(asked.filter((path) => path !== "absente"))(
        "/%s of everybody is open and indexed",
        async (path) => {
          const {status, headers, body} = await request(hosted.origin, everybody, path);
          expect([status, body]).toEqual([200, "ouvert"]);
          expect(headers["x-robots-tag"]).toBeUndefined();
          expect(headers["cache-control"]).not.toMatch(/private/);
        }
      );
    }
  );

  describe.skipIf(absent)(
    absent
      ? `${name} n'est pas installé ici : les adresses admises ne sont pas essayées`
      : `${name}, allowed addresses`,
    () => {
      test("an allowed address enters without a password, another one with it only", async () => {
        const hosted = await host(name, prepare, {sites: ["observatoire-comite"], allowed: "127.0.0.1"});
        try {
          for (const path of ["emploi", "telecharger/programme/actions.csv"]) {
            const inside = await request(hosted.origin, committee, path);
            expect([inside.status, inside.body]).toEqual([200, secret]);
            expect(inside.headers["cache-control"]).toBe("private, no-store");
            const outside = await request(hosted.origin, committee, path, {from: "127.0.0.77"});
            expect(outside.status).toBe(401);
            expect(outside.body).not.toContain(secret);
            const known = await request(hosted.origin, committee, path, {
              from: "127.0.0.77",
              password: "essai"
            });
            expect(known.status).toBe(200);
          }
        } finally {
          await hosted.close();
        }
      });
    }
  );
}

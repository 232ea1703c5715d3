import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {safetyHeaders, serveSite} from "../../src/serve.ts";
import {deploy} from "./web-server.ts";

let folder: string;
let served: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "observatoire-serve-"));
  mkdirSync(join(folder, "site/territoires"), {recursive: true});
  mkdirSync(join(folder, "site/.git"));
  for (const [path, text] of [
    ["site/index.html", "accueil"],
    ["site/404.html", "Page introuvable"],
    ["site/territoires/index.html", "territoires"],
    ["site/.git/config", "secret"],
    ["manifest.json", "secret"]
  ] as const)
    writeFileSync(join(folder, path), text);
  served = await serveSite(() => join(folder, "site"), 0);
});
afterAll(() => {
  served.server.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Status of a request line sent as it is. */
function raw(line: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1", () =>
      socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    );
    let text = "";
    socket
      .on("data", (chunk) => (text += chunk))
      .on("end", () => done(text))
      .on("error", failed);
  });
}

test("the headers are those of nginx and Apache", async () => {
  const files = ["nginx", "apache"].map((name) =>
    readFileSync(join(deploy, name, "observatoire-commun.inc"), "utf8")
  );
  for (const path of ["", "absente"]) {
    const {headers} = await fetch(`${served.url}${path}`);
    for (const [name, value] of Object.entries(safetyHeaders)) {
      expect(headers.get(name)).toBe(value);
      for (const text of files) expect(text, name).toContain(`"${value}"`);
    }
  }
});

test("a folder is asked by its own address", async () => {
  const {status, headers} = await fetch(`${served.url}territoires`, {redirect: "manual"});
  expect([status, headers.get("location")]).toEqual([301, "/territoires/"]);
  expect(await (await fetch(`${served.url}territoires/`)).text()).toBe("territoires");
});

test.each([
  ["GET //", 200],
  ["GET http://[", 404],
  ["GET /%", 404],
  ["GET /../manifest.json", 404],
  ["GET /..%2fmanifest.json", 404],
  ["GET /.git/config", 404],
  ["GET /%00", 404],
  ["POST /", 405]
])("%s answers %i and the server goes on", async (line, status) => {
  const answer = await raw(line);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toContain("secret");
  expect((await fetch(served.url)).status).toBe(200);
});

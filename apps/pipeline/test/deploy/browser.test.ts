import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {findChromium} from "@observatoire/site/check";
import puppeteer, {type Browser} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {copyRun, findServer, host, pointTo} from "./web-server.ts";

const site = fileURLToPath(new URL("../../../../data/current/site", import.meta.url));
const parts = [
  "index.html",
  "404.html",
  "emploi.html",
  "tissu.html",
  "foncier.html",
  "etat.html",
  "territoires/index.html",
  "recherche.json",
  "_site",
  "_import"
];
const run = "20261124-050000-aaaaaa";
const prepare = (data: string) => {
  copyRun(data, run, site, parts);
  pointTo(data, run);
};

/** What a browser refuses or complains of while a reader opens pages, searches, and changes theme. */
async function visit(browser: Browser, origin: string): Promise<string[]> {
  const said: string[] = [];
  const tab = await browser.newPage();
  tab.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) said.push(message.text());
  });
  tab.on("pageerror", (error) => said.push(String(error)));
  for (const page of ["", "emploi", "tissu", "foncier", "etat", "territoires/"]) {
    await tab.goto(`${origin}/${page}`, {waitUntil: "load"});
    expect(await tab.$eval("h1", ({textContent}) => textContent?.length ?? 0)).toBeGreaterThan(3);
  }
  await tab.goto(`${origin}/emploi`, {waitUntil: "load"});
  await tab.type("#recherche", "meaux");
  await tab
    .waitForSelector("#recherche-resultats li", {timeout: 3000})
    .catch((error) => said.push(String(error)));
  await tab.click("[data-theme-bouton]").catch((error) => said.push(String(error)));
  await tab.close();
  return said;
}

const missing = [
  ...(existsSync(site) ? [] : ["aucun site publié dans data/current"]),
  ...(["nginx", "apache"] as const)
    .filter((name) => findServer(name) === null)
    .map((name) => `${name} absent`)
];
describe.skipIf(missing.length > 0)(
  missing.length > 0 ? `pages sous leur politique de contenu : non essayé, ${missing.join(", ")}` : "pages",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await puppeteer.launch({
        executablePath: findChromium(),
        args: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
      });
    });
    afterAll(() => browser?.close());

    test.each(["nginx", "apache"] as const)("%s: a browser finds nothing to refuse", async (name) => {
      const hosted = await host(name, prepare);
      try {
        expect(await visit(browser, hosted.origin)).toEqual([]);
      } finally {
        await hosted.close();
      }
    });

    test.each([
      ["style-src-attr 'unsafe-inline'; ", "", /inline style/],
      ["connect-src 'self'", "connect-src 'none'", /connect/i],
      ["script-src 'self'", "script-src 'none'", /script/]
    ])("the trial would see %s missing", async (from, to, complaint) => {
      const hosted = await host("nginx", prepare, {edit: (text) => text.replace(from, to)});
      try {
        expect((await visit(browser, hosted.origin)).join("\n")).toMatch(complaint);
      } finally {
        await hosted.close();
      }
    });
  }
);

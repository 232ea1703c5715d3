import {mkdir, mkdtemp, readFile, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {bundleClient} from "../build/bundle-client.ts";
import {findChromium, type ServedFolder, serveFolder} from "../check/index.ts";
import {openPage} from "../check/open-page.ts";
import {composeSite} from "../compose/index.ts";
import {agedContent} from "../test/aged-content.ts";
import {builtShells} from "../test/built-shells.ts";
import {renderFixtureFigure} from "../test/fixture-figure.ts";
import {isOverdue} from "./start-deadlines.ts";

const nbsp = "\u00a0";
const banner = `Actualisation en retard${nbsp}: elle était attendue le 7${nbsp}décembre 2026. Les chiffres restent ceux du 23${nbsp}novembre 2026.`;
const before = "2026-12-07T12:00:00Z";
const after = "2026-12-08T12:00:00Z";

let folder: string;
let browser: Browser;
let server: ServedFolder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "site-"));
  await composeSite({
    content: agedContent({nextBefore: "2026-12-07"}),
    shells: await builtShells(),
    out: folder,
    renderFigure: renderFixtureFigure
  });
  server = await serveFolder(folder);
  browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A tab whose clock stands still at `now`; a page may move it through `window.instant`. */
async function tabAt(now: string, zone = "Europe/Paris"): Promise<Page> {
  const tab = await browser.newPage();
  await tab.emulateTimezone(zone);
  await tab.evaluateOnNewDocument(`
    window.instant = ${Date.parse(now)};
    window.shift = 0;
    const Real = Date;
    window.Date = class extends Real {
      constructor(...given) { if (given.length > 0) super(...given); else super(window.instant); }
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
  `);
  return tab;
}

const banners = (tab: Page) => tab.$$eval(".bandeau-echeance", (all) => all.map((one) => one.textContent));
const notes = (tab: Page) =>
  tab.$$eval("time + strong", (all) => all.filter((one) => one.textContent?.includes("date passée")).length);

test("the script is one file of at most 1 kB, and every page loads it", async () => {
  const out = await mkdtemp(join(tmpdir(), "script-"));
  const name = await bundleClient(fileURLToPath(new URL("echeance.ts", import.meta.url)), out, "echeance");
  expect((await stat(join(out, name))).size).toBeLessThanOrEqual(1024);
  for (const path of ["index.html", "404.html", "territoires/commune-77284.html", "mentions-legales.html"]) {
    const html = await readFile(join(folder, path), "utf8");
    expect(html).toContain(`_site/${name}" data-attendue="2026-12-07"`);
    expect(html).toMatch(
      /attendue le <time datetime="2026-12-07" data-actualisation data-echeance>7\sdécembre\s2026<\/time>/
    );
    expect(html).not.toMatch(/<script(?! src=)|\son\w+="/);
  }
});

test("a day is over at midnight of the reader's clock; what is not a date never is", () => {
  const at = (instant: string, minutes: number) =>
    Object.assign(new Date(instant), {getTimezoneOffset: () => minutes});
  expect(isOverdue("2027-06-14", at("2027-06-14T21:59:59Z", -120))).toBe(false);
  expect(isOverdue("2027-06-14", at("2027-06-14T22:00:00Z", -120))).toBe(true);
  expect(isOverdue("2027-06-14", at("2027-06-15T03:59:00Z", 240))).toBe(false);
  for (const bad of ["", "null", "14/06/2026", "2026-13-45", "1999", "2026-06-14T10:00:00Z"]) {
    expect(isOverdue(bad, at("2030-01-01T00:00:00Z", 0)), bad).toBe(false);
  }
});

test("before the date: nothing is marked, nothing fails, few requests", async () => {
  const tab = await tabAt(before);
  const {faults, requests} = await openPage(tab, server.origin, "emploi.html");
  expect(faults).toEqual([]);
  expect(requests).toBeLessThanOrEqual(6);
  expect(await banners(tab)).toEqual([]);
  expect(await notes(tab)).toBe(0);
  expect(await tab.evaluate(() => document.body.innerText)).not.toMatch(/en retard/);
});

test("past the date: the page says so at its top, once, without moving, and its foot too", async () => {
  const tab = await tabAt(after);
  await tab.setViewport({width: 390, height: 800});
  const {faults} = await openPage(tab, server.origin, "emploi.html");
  expect(faults).toEqual([]);
  expect(await banners(tab)).toEqual([banner]);
  expect(await notes(tab)).toBe(1);
  const place = await tab.$eval(".bandeau-echeance", (one) => ({
    role: one.parentElement?.role,
    top: one.getBoundingClientRect().top,
    width: one.getBoundingClientRect().width
  }));
  expect(place.role).toBe("status");
  expect(place.top).toBeLessThan(400);
  expect(place.width).toBeGreaterThan(300);
  // The search field and the button of the theme appear with the main script: nothing more moves than the day before.
  const shift = Number(await tab.evaluate("window.shift"));
  const calm = await tabAt(before);
  await calm.setViewport({width: 390, height: 800});
  await openPage(calm, server.origin, "emploi.html");
  // How far these move depends on the moment the browser draws; a banner put in late would move the page ten times more.
  expect(shift).toBeLessThanOrEqual(Number(await calm.evaluate("window.shift")) + 0.01);
});

test("the next edition of a source is marked where it is printed", async () => {
  const tab = await tabAt("2027-06-15T12:00:00Z");
  await tab.goto(`${server.origin}/emploi.html`);
  const dates = await tab.$$eval(".figure time", (all) =>
    all
      .filter((one) => one.getAttribute("datetime") === "2027-06-14")
      .map((one) => one.nextSibling?.textContent)
  );
  expect(dates.length).toBeGreaterThan(5);
  expect(new Set(dates)).toEqual(new Set([` (date passée${nbsp}: ces données sont en retard)`]));
});

test.each([
  ["2026-12-07T23:30:00Z", "Europe/Paris", 1],
  ["2026-12-07T22:30:00Z", "Europe/Paris", 0],
  ["2026-12-07T23:30:00Z", "America/Guadeloupe", 0],
  ["2026-12-07T12:30:00Z", "Pacific/Noumea", 0],
  ["2026-12-07T13:30:00Z", "Pacific/Noumea", 1]
])("at %s in %s: %i banner", async (now, zone, count) => {
  const tab = await tabAt(now, zone);
  await tab.goto(`${server.origin}/index.html`);
  expect(await banners(tab)).toHaveLength(count);
});

test("from a folder, without the main script and under a strict policy it works all the same", async () => {
  const page = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(
    join(folder, "seule.html"),
    page
      .replace(/<script src="[^"]*site\.\w+\.js"><\/script>/, "")
      .replace(
        '<meta charset="utf-8">',
        `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self'; require-trusted-types-for 'script'">`
      )
  );
  const tab = await tabAt(after);
  const {faults} = await openPage(tab, server.origin, "seule.html");
  expect(faults).toEqual([]);
  expect(await banners(tab)).toEqual([banner]);
  await tab.goto(pathToFileURL(join(folder, "territoires/commune-77284.html")).href);
  expect(await banners(tab)).toEqual([banner]);
});

test("a tab that wakes up after the date is marked then", async () => {
  const tab = await tabAt(before);
  await tab.goto(`${server.origin}/index.html`);
  expect(await banners(tab)).toEqual([]);
  await tab.evaluate(
    `window.instant = ${Date.parse(after)}; document.dispatchEvent(new Event("visibilitychange"))`
  );
  expect(await banners(tab)).toEqual([banner]);
});

test("a page saved once marked says it once, and one with bad dates says nothing", async () => {
  const tab = await tabAt(after);
  await tab.goto(`${server.origin}/emploi.html`);
  await mkdir(join(folder, "archives"), {recursive: true});
  const saved = (await tab.content()).replaceAll('"./', '"../');
  await writeFile(join(folder, "archives/emploi.html"), saved);
  await tab.goto(`${server.origin}/archives/emploi.html`);
  expect(await banners(tab)).toEqual([banner]);
  expect(await notes(tab)).toBe(1);
  const page = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "faux.html"), page.replaceAll("2026-12-07", "demain"));
  const {faults} = await openPage(tab, server.origin, "faux.html");
  expect(faults).toEqual([]);
  expect([await banners(tab), await notes(tab)]).toEqual([[], 0]);
});

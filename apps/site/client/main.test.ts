import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {findChromium, type ServedFolder, serveFolder} from "../check/index.ts";
import {composeSite} from "../compose/index.ts";
import {builtShells} from "../test/built-shells.ts";
import {fixtureContent} from "../test/fixture-content.ts";
import {renderFixtureFigure} from "../test/fixture-figure.ts";

let browser: Browser;
let server: ServedFolder;
let tab: Page;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  // A sub-folder of what is served: the site must not depend on where it stands.
  const out = join(folder, "observatoire");
  await composeSite({
    content: fixtureContent(),
    shells: await builtShells(),
    out,
    renderFigure: renderFixtureFigure
  });
  server = await serveFolder(folder);
  browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
  });
  tab = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string) => tab.goto(`${server.origin}/observatoire/${path}.html`);
const text = (selector: string) => tab.$eval(selector, (element) => element.textContent);

test("search: typing without accents, arrows and Enter lead to the commune", async () => {
  await open("territoires/commune-77284");
  await tab.type("#recherche", "hay");
  await tab.waitForSelector("#recherche-resultats [role=option]");
  expect(await text("#recherche-etat")).toBe("1 résultat");
  await tab.keyboard.press("ArrowDown");
  expect(await tab.$eval("#recherche", (input) => input.getAttribute("aria-activedescendant"))).toBe(
    "recherche-0"
  );
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
  expect(tab.url()).toBe(`${server.origin}/observatoire/territoires/commune-77327.html`);
});

test("search: Escape closes, nothing found says so", async () => {
  await open("index");
  await tab.type("#recherche", "zzz");
  await tab.waitForSelector("#recherche-etat.visible");
  expect(await text("#recherche-etat")).toContain("Aucun résultat");
  await tab.keyboard.press("Escape");
  expect(await tab.$eval("#recherche", (input) => input.getAttribute("aria-expanded"))).toBe("false");
});

test("theme: the choice is applied and remembered", async () => {
  await open("index");
  const theme = () => tab.evaluate(() => document.documentElement.dataset.theme);
  expect(await theme()).toBeUndefined();
  await tab.click("[data-theme-bouton]");
  await tab.click("[data-theme-bouton]");
  expect(await theme()).toBe("dark");
  await tab.reload();
  expect(await theme()).toBe("dark");
  expect(await text("[data-theme-bouton]")).toBe("Thème\u00a0: sombre");
  await tab.click("[data-theme-bouton]");
});

test("tips: keyboard goes from mark to mark, Escape closes", async () => {
  await open("emploi");
  await tab.$eval("#figure-emploi-grands-secteurs .figure-chart--wide svg", (chart) =>
    (chart as SVGElement).focus()
  );
  await tab.keyboard.press("ArrowDown");
  expect(await text(".bulle")).toContain("Industrie");
  await tab.keyboard.press("ArrowDown");
  expect(await text(".bulle")).toContain("Construction");
  await tab.keyboard.press("Escape");
  expect(await tab.$eval(".bulle", (tip) => (tip as HTMLElement).hidden)).toBe(true);
});

test("séance: one figure a screen, arrows, Escape", async () => {
  await open("emploi");
  await tab.click(".partage [data-seance]");
  expect(await text(".seance-barre span")).toBe("1 / 11");
  await tab.keyboard.press("ArrowRight");
  expect(await text(".seance-barre span")).toBe("2 / 11");
  expect(await tab.$$eval(".en-seance", (shown) => shown.map(({id}) => id))).toEqual([
    "figure-emploi-grands-secteurs"
  ]);
  await tab.keyboard.press("Escape");
  expect(await tab.$(".seance-barre")).toBeNull();
});

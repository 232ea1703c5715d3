import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {bundleClient} from "../build/bundle-client.ts";
import {findChromium, type ServedFolder, serveFolder} from "../check/index.ts";
import {openPage} from "../check/open-page.ts";

const nbsp = "\u00a0";
const nothing = `Aucune action ne correspond${nbsp}: retirer un filtre.`;

/** Id, status, pilotes, EPCI, financeurs, axis. */
const actions = [
  ["A1", "En retard", "ccpm cci77", "200072130", "region", "innovation"],
  ["A2", "En cours", "cci77", "200072130 247700628", "etat", "innovation"],
  ["A3", "Bloqué", "cci", "", "", "transition"],
  ["A4", "En retard", "", "247700628", "region etat", "foncier"]
] as const;
const names = ["statut", "pilote", "epci", "financeur", "axe"] as const;
const choices: Readonly<Record<string, readonly string[]>> = {
  statut: ["En retard", "En cours", "Bloqué"],
  pilote: ["ccpm", "cci77", "cci"],
  epci: ["200072130", "247700628"],
  financeur: ["region", "etat"],
  axe: ["innovation", "transition", "foncier"]
};

function planPage(script: string, css: string): string {
  const selects = names.map((name) => {
    const options = ["", ...(choices[name] ?? [])].map(
      (value) => `<option value="${value}">${value || "Tous"}</option>`
    );
    return `<label>${name}<select name="${name}">${options.join("")}</select></label>`;
  });
  const groups = ["innovation", "transition", "foncier"].map((axe) => {
    const rows = actions
      .filter((action) => action[5] === axe)
      .map(
        ([id, ...values]) =>
          `<article id="${id}" data-plan-ligne ${names.map((name, index) => `data-${name}="${values[index]}"`).join(" ")}>${id}</article>`
      );
    return `<section data-plan-groupe id="${axe}"><h2>${axe}</h2>${rows.join("")}</section>`;
  });
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Plan</title><style>${css}</style><script src="./_site/${script}"></script></head><body><main><form data-plan-filtres>${selects.join("")}</form><p data-plan-compte aria-live="polite">4 actions</p>${groups.join("")}</main></body></html>`;
}

let browser: Browser;
let server: ServedFolder;
let tab: Page;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "plan-"));
  const script = await bundleClient(
    fileURLToPath(new URL("main.ts", import.meta.url)),
    join(folder, "_site"),
    "site"
  );
  const css = await Promise.all(
    ["tokens", "page", "plan"].map((name) =>
      readFile(new URL(`../src/style/${name}.css`, import.meta.url), "utf8")
    )
  );
  await writeFile(join(folder, "plan.html"), planPage(script, css.join("\n")));
  server = await serveFolder(folder);
  browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
  });
});
beforeEach(async () => {
  tab = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (query = "") => openPage(tab, server.origin, `plan.html${query}`);
const shown = () =>
  tab.$$eval("[data-plan-ligne]", (rows) =>
    rows.filter((row) => row.getClientRects().length > 0).map(({id}) => id)
  );
const shownGroups = () =>
  tab.$$eval("[data-plan-groupe]", (groups) =>
    groups.filter((group) => group.getClientRects().length > 0).map(({id}) => id)
  );
const count = () => tab.$eval("[data-plan-compte]", ({textContent}) => textContent);
const query = () => tab.evaluate(() => window.location.search);
const visible = (selector: string) => tab.$eval(selector, (element) => element.getClientRects().length > 0);

test("without script: every row, no filter", async () => {
  await tab.setJavaScriptEnabled(false);
  await tab.goto(`${server.origin}/plan.html?statut=En+cours`);
  expect(await shown()).toEqual(["A1", "A2", "A3", "A4"]);
  expect(await visible("form")).toBe(false);
  expect(await count()).toBe("4 actions");
});

test("without choice: every row, counted, the filters shown, no reset", async () => {
  const {faults} = await open();
  expect(faults).toEqual([]);
  expect(await shown()).toEqual(["A1", "A2", "A3", "A4"]);
  expect(await count()).toBe(`4${nbsp}actions`);
  expect(await visible("form")).toBe(true);
  expect(await visible("[data-plan-tout]")).toBe(false);
  expect(await query()).toBe("");
});

test("a choice hides what does not match, empty groups too, counts, and goes into the address", async () => {
  await open("?vue=liste");
  await tab.select("select[name=statut]", "En retard");
  expect(await shown()).toEqual(["A1", "A4"]);
  expect(await shownGroups()).toEqual(["innovation", "foncier"]);
  expect(await count()).toBe(`2${nbsp}actions sur 4`);
  expect(await query()).toBe("?vue=liste&statut=En+retard");
  await tab.select("select[name=financeur]", "etat");
  expect(await shown()).toEqual(["A4"]);
  expect(await count()).toBe(`1${nbsp}action sur 4`);
  await tab.select("select[name=statut]", "");
  expect(await shown()).toEqual(["A2", "A4"]);
  expect(await query()).toBe("?vue=liste&financeur=etat");
});

test("an id is matched whole among several: cci is not cci77", async () => {
  await open();
  await tab.select("select[name=pilote]", "cci");
  expect(await shown()).toEqual(["A3"]);
  await tab.select("select[name=pilote]", "cci77");
  expect(await shown()).toEqual(["A1", "A2"]);
});

test("nothing matches: said, and one button shows all again", async () => {
  await open("?vue=liste");
  await tab.select("select[name=statut]", "Bloqué");
  await tab.select("select[name=axe]", "foncier");
  expect(await shown()).toEqual([]);
  expect(await shownGroups()).toEqual([]);
  expect(await count()).toBe(nothing);
  await tab.click("[data-plan-tout]");
  expect(await shown()).toEqual(["A1", "A2", "A3", "A4"]);
  expect(await count()).toBe(`4${nbsp}actions`);
  expect(await query()).toBe("?vue=liste");
  expect(await visible("[data-plan-tout]")).toBe(false);
  expect(await tab.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe("statut");
});

test("an address with choices opens filtered; unknown values are ignored", async () => {
  await open("?epci=247700628&axe=innovation");
  expect(await shown()).toEqual(["A2"]);
  expect(await tab.$eval("select[name=epci]", ({value}) => value)).toBe("247700628");
  const {faults} = await open("?axe=inconnu&statut=%3Cscript%3E&pilote=cci");
  expect(faults).toEqual([]);
  expect(await shown()).toEqual(["A3"]);
  expect(await count()).toBe(`1${nbsp}action sur 4`);
});

test("a choice is kept when one reloads the page, and by the keyboard", async () => {
  await open();
  await tab.focus("select[name=axe]");
  await tab.keyboard.type("transition");
  expect(await shown()).toEqual(["A3"]);
  await tab.reload();
  expect(await shown()).toEqual(["A3"]);
  expect(await query()).toBe("?axe=transition");
});

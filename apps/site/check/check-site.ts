import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import puppeteer, {type Page} from "puppeteer-core";
import {checkIndexing} from "./check-indexing.ts";
import {checkLinks} from "./check-links.ts";
import type {Fault, SiteReport} from "./fault.ts";
import {findChromium} from "./find-chromium.ts";
import {openPage} from "./open-page.ts";
import {findMissingDrawings, findOverflow, findPageFaults, type PageFault} from "./page-rules.ts";
import {runAxe} from "./run-axe.ts";
import {serveFolder} from "./serve-folder.ts";
import {validateHtml} from "./validate-html.ts";

export interface CheckOptions {
  /** Path of the browser; found or installed when absent. */
  chromium?: string;
  /** "whole": every page in every configuration; "all": every page at least once; "sample": one page per shell. Default "all". */
  pages?: "whole" | "all" | "sample";
  onPage?: (path: string, done: number, total: number) => void;
}

const budget = {bytes: 150_000, requests: 15};
const configurations = [
  {scheme: "light", width: 1280},
  {scheme: "dark", width: 320},
  {scheme: "light", width: 320},
  {scheme: "dark", width: 1280}
] as const;

/**
 * Opens a composed site in a real browser and reports what is wrong. Unless told, every page is opened once, in one of four
 * configurations in turn; the first page of each shell in all four, and without scripts. Fails only when there is no
 * browser.
 */
export async function checkSite(directory: string, options: CheckOptions = {}): Promise<SiteReport> {
  const files = (await readdir(directory, {recursive: true})).map((file) => file.replaceAll("\\", "/"));
  const paths = files.filter((file) => file.endsWith(".html")).sort();
  const pages = new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(directory, path), "utf8")] as const)
    )
  );
  const models = firstOfEachShell(pages);
  const read = (name: string) => readFile(join(directory, name), "utf8").catch(() => "");
  const faults: Fault[] = [
    ...checkLinks(await addSearch(directory, pages), new Set(files)),
    ...checkIndexing(pages, {
      robots: await read("robots.txt"),
      sitemap: await read("sitemap.xml"),
      search: await read("recherche.json")
    })
  ];
  const heaviest = {page: "", bytes: 0, requests: 0};
  const report = (page: string, found: readonly PageFault[]) => {
    for (const [rule, message] of found) faults.push({page, rule, message});
  };

  const queue =
    options.pages === "sample" ? [...models] : [...models, ...paths.filter((path) => !models.has(path))];
  const total = queue.length;
  let done = 0;
  let seen = 0;
  const server = await serveFolder(directory);
  const browser = await puppeteer.launch({
    executablePath: options.chromium ?? findChromium(),
    args: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
  });
  const work = async (tab: Page) => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const model = models.has(path);
      const chosen =
        model || options.pages === "whole" ? configurations : [configurations[done % configurations.length]!];
      const opened = await visit(tab, server.origin, path, chosen);
      report(path, opened.faults);
      report(path, refuseWeight(opened));
      if (opened.bytes > heaviest.bytes) {
        Object.assign(heaviest, {page: path, bytes: opened.bytes, requests: opened.requests});
      }
      if (model) {
        report(path, await validateHtml(pages.get(path)!));
        report(path, await visitWithoutScripts(tab, server.origin, path));
      }
      seen += chosen.length;
      done += 1;
      options.onPage?.(path, done, total);
    }
  };
  try {
    const tabs = await Promise.all([browser.newPage(), browser.newPage()]);
    await Promise.all(tabs.map(work));
  } finally {
    await browser.close();
    await server.close();
  }
  return {pages: total, configurations: seen, heaviest, faults};
}

/** The addresses of the search, as the links of one more page. */
async function addSearch(
  directory: string,
  pages: ReadonlyMap<string, string>
): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(directory, "recherche.json"), "utf8").catch(() => "[]");
  const entries = JSON.parse(text) as readonly (readonly string[])[];
  return new Map([
    ...pages,
    ["recherche.json", entries.map(([, , , path]) => `<a href="${path}">`).join("")]
  ]);
}

/** One page per shell, read from `<body class="page-…">`. */
function firstOfEachShell(pages: ReadonlyMap<string, string>): Set<string> {
  const shells = new Map<string, string>();
  for (const [path, html] of pages) {
    const shell = /<body class="([^"]*)"/.exec(html)?.[1] ?? path;
    if (!shells.has(shell)) shells.set(shell, path);
  }
  return new Set(shells.values());
}

async function visit(
  tab: Page,
  origin: string,
  path: string,
  chosen: readonly (typeof configurations)[number][]
): Promise<{faults: PageFault[]; bytes: number; requests: number}> {
  await setConfiguration(tab, chosen[0]!);
  const opened = await openPage(tab, origin, path);
  const faults = [...opened.faults, ...(await runInPage(tab, findPageFaults))];
  for (const configuration of chosen) {
    await setConfiguration(tab, configuration);
    if (configuration.width === 320) faults.push(...(await runInPage(tab, findOverflow)));
    faults.push(...(await runAxe(tab, `${configuration.scheme}, ${configuration.width} px`)));
  }
  return {...opened, faults};
}

async function visitWithoutScripts(tab: Page, origin: string, path: string): Promise<PageFault[]> {
  await tab.setJavaScriptEnabled(false);
  try {
    await setConfiguration(tab, configurations[0]);
    const {faults} = await openPage(tab, origin, path);
    return [...faults, ...(await runInPage(tab, findMissingDrawings))];
  } finally {
    await tab.setJavaScriptEnabled(true);
  }
}

/** tsx names functions through a helper that the browser does not have. */
function runInPage(tab: Page, rule: () => PageFault[]): Promise<PageFault[]> {
  return tab.evaluate(`(() => {const __name = (value) => value; return (${rule})();})()`) as Promise<
    PageFault[]
  >;
}

async function setConfiguration(tab: Page, {scheme, width}: (typeof configurations)[number]): Promise<void> {
  await tab.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
  await tab.setViewport({width, height: 800});
}

function refuseWeight({bytes, requests}: {bytes: number; requests: number}): PageFault[] {
  const faults: PageFault[] = [];
  if (bytes > budget.bytes)
    faults.push(["poids", `${Math.round(bytes / 1000)} ko compressés, 150 ko au plus`]);
  if (requests > budget.requests) faults.push(["poids", `${requests} requêtes, ${budget.requests} au plus`]);
  return faults;
}

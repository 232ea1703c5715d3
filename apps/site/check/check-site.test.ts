import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {composeSite} from "../compose/compose-site.ts";
import {builtShells} from "../test/built-shells.ts";
import {fixtureContent} from "../test/fixture-content.ts";
import {renderFixtureFigure} from "../test/fixture-figure.ts";
import {checkSite} from "./check-site.ts";
import {formatReport} from "./format-report.ts";

let site: string;
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "site-"));
  const shells = await builtShells();
  await composeSite({content: fixtureContent(), shells, out: site, renderFigure: renderFixtureFigure});
});

test("a composed site has no fault: accessibility, weight, overflow, typography, links", {
  timeout: 240_000
}, async () => {
  const report = await checkSite(site);
  expect(formatReport(report).slice(2)).toEqual([]);
  expect(report.heaviest.requests).toBeLessThanOrEqual(6);
  expect(report.heaviest.bytes).toBeLessThan(60_000);
});

test("faults are found and told in French", {timeout: 120_000}, async () => {
  const path = join(site, "glossaire.html");
  const page = await readFile(path, "utf8");
  const broken = page
    .replace('lang="fr"', 'lang="en"')
    .replace(
      "</main>",
      '<h1>Search</h1><p>12 % de x <a href="./absent.html">y</a></p><svg viewBox="0 0 9 9"></svg><div style="width:2000px">z</div></main>'
    );
  await writeFile(path, broken);
  const {faults} = await checkSite(site, {pages: "sample"});
  await writeFile(path, page);
  const rules = new Set(faults.map(({rule}) => rule));
  for (const rule of ["langue", "titre", "mot", "typographie", "lien", "figure", "défilement"]) {
    expect(rules).toContain(rule);
  }
  expect(faults.every(({page: where}) => where === "glossaire.html")).toBe(true);
});

import {mkdir, mkdtemp, readdir, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {SiteContent} from "@observatoire/catalog";
import {beforeAll, expect, test} from "vitest";
import {agedContent, withSources} from "../test/aged-content.ts";
import {builtShells} from "../test/built-shells.ts";
import {fixtureContent} from "../test/fixture-content.ts";
import {composeSite} from "./compose-site.ts";

const nbsp = "\u00a0";
let shells: string;
beforeAll(async () => {
  shells = await builtShells();
});

async function compose(content: SiteContent, former?: string) {
  const out = await mkdtemp(join(tmpdir(), "site-"));
  await composeSite({content, shells, out, renderFigure: () => "", ...(former && {former})});
  const read = (name: string) => readFile(join(out, name), "utf8");
  const notice = async (name: string) => {
    const [found = ""] = /<(p|details) class="retard"[\s\S]*?<\/\1>/.exec(await read(name)) ?? [];
    return found
      .replace(/<[^>]+>/g, "|")
      .replace(/\s+/g, " ")
      .replace(/[ |]*\|[ |]*/g, "|");
  };
  return {out, read, notice};
}

test("a page says once which of its sources could not be refreshed, and since when", async () => {
  const {notice, read} = await compose(agedContent());
  expect(await notice("emploi.html")).toBe(
    "|Une source n’a pas pu être actualisée.|Établissements employeurs et effectifs salariés du secteur privé, par commune et APE : données au 31 décembre 2025, actualisation en échec depuis le 24 novembre 2026.|État des données|"
  );
  expect(await read("emploi.html")).toContain('<a href="./etat.html">État des données</a>');
  expect(await notice("foncier.html")).toBe(
    "|Une source est périmée, une source est en retard.|Consommation d’espaces naturels, agricoles et forestiers : données au 1er janvier 2024, édition suivante attendue depuis le 15 juin 2026.|Inventaire national des friches : données au 30 juin 2023, périmées depuis le 22 septembre 2026.|État des données|"
  );
});

test("a page whose sources are well says nothing; the home page and the state of data speak for all", async () => {
  const {notice} = await compose(agedContent());
  for (const page of ["tissu.html", "methode.html", "territoires/commune-77284.html"]) {
    expect(await notice(page), page).toBe("");
  }
  const lead = "Une source n’a pas pu être actualisée, une source est périmée, une source est en retard.";
  expect(await notice("index.html")).toContain(lead);
  expect(await notice("etat.html")).toContain(lead);
  expect(await notice("etat.html")).not.toContain("État des données");
});

test("when all is well no page has a notice; a source that no figure shows is told on the home page", async () => {
  const base = fixtureContent();
  const [shown] = base.pages.flatMap(({figures}) => figures.flatMap(({sources}) => sources));
  const failing = "Données au 1er janvier 2026, actualisation en échec depuis le 24 novembre 2026.";
  const hidden = {...shown!, id: "cog", title: "Code officiel géographique", failing};
  const {notice} = await compose({...base, sources: [hidden]});
  expect(await notice("emploi.html")).toBe("");
  expect(await notice("index.html")).toBe(
    "|Une source n’a pas pu être actualisée.|Code officiel géographique : données au 1er janvier 2026, actualisation en échec depuis le 24 novembre 2026.|État des données|"
  );
  const {notice: well} = await compose(fixtureContent());
  for (const page of ["index.html", "etat.html", "emploi.html"]) expect(await well(page)).toBe("");
});

test("many sources: a folded list, all of them in it; a source both failing and stale is counted once", async () => {
  const base = fixtureContent();
  const failing = "Données au 31 décembre 2025, actualisation en échec depuis le 24 novembre 2026.";
  const ages = Array.from({length: 5}, (_, order) => ({
    id: `source-${order}`,
    title: `Source ${order}`,
    failing,
    stale: order === 0
  }));
  const pages = base.pages.map((page) => ({
    ...page,
    figures: page.figures.map((figure) => withSources(figure, ages))
  }));
  const {read, notice} = await compose({...base, pages});
  expect(await read("emploi.html")).toContain(
    '<details class="retard"><summary><strong>5 sources n’ont pas pu être actualisées.'
  );
  const text = await notice("emploi.html");
  expect(text.split("actualisation en échec")).toHaveLength(6);
  expect(text.split("Données périmées.")).toHaveLength(2);
});

test("each page prints the date of the next refresh, on paper too; nothing when it is not known", async () => {
  const {read} = await compose(fixtureContent({nextBefore: "2026-12-01"}));
  for (const page of ["emploi.html", "mentions-legales.html", "404.html"]) {
    const html = await read(page);
    expect(html).toMatch(
      /Prochaine actualisation attendue le <time datetime="2026-12-01" data-actualisation data-echeance>1er\sdécembre\s2026<\/time>\./
    );
    expect(html).toMatch(/--impression:'[^"]*prochaine actualisation attendue le 1er\sdécembre\s2026'/);
    expect(html).toContain(
      `data-attendue="2026-12-01" data-le="1er${nbsp}décembre 2026" data-chiffres="23${nbsp}novembre 2026"`
    );
  }
  const unknown = await (await compose(fixtureContent({nextBefore: null}))).read("emploi.html");
  expect(unknown).not.toMatch(/rochaine actualisation|data-attendue/);
  expect(unknown).toMatch(/<script src="\.\/_site\/echeance\.\w+\.js"><\/script>/);
});

test("the style sheet and the scripts of the former site stay, and nothing else of it", async () => {
  const former = await mkdtemp(join(tmpdir(), "former-"));
  for (const folder of ["_site", "_import"]) await mkdir(join(former, folder));
  const names = ["_site/site.00000001.js", "_site/echeance.00000002.js", "_import/style.00000003.css"];
  for (const name of [...names, "_site/site.00000009.js", "_site/logo.svg"]) {
    await writeFile(join(former, name), name);
  }
  await writeFile(
    join(former, "index.html"),
    `<link rel="stylesheet" href="./${names[2]}"><script src="./${names[0]}"></script><script src="./${names[1]}"></script>
     <img src="./_site/logo.svg"><script src="./_site/absent.0000000a.js"></script><script src="./_site/../x.0000000b.js"></script>`
  );
  const {out, read} = await compose(fixtureContent(), former);
  for (const name of names) expect(await read(name)).toBe(name);
  const files = await readdir(join(out, "_site"));
  expect(files).toHaveLength(4);
  expect(files).not.toContain("site.00000009.js");
  // The same shells once more: each asset once, with its own content.
  const again = await compose(fixtureContent(), out);
  const [script] = files.filter((name) => /^site\.(?!0000)/.test(name));
  expect(await again.read(`_site/${script}`)).toBe(await readFile(join(shells, "_site", script!), "utf8"));
  expect((await readdir(join(again.out, "_site"))).filter((name) => name.endsWith(".js"))).toHaveLength(2);
  const alone = await compose(fixtureContent(), join(former, "absent"));
  expect(await readdir(join(alone.out, "_site"))).toHaveLength(2);
});

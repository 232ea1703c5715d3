import {mkdtemp, readdir, readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import type {PageContent} from "@observatoire/catalog";
import {beforeAll, expect, test} from "vitest";
import {builtShells} from "../test/built-shells.ts";
import {fixtureContent, fixturePage, frozenBody} from "../test/fixture-content.ts";
import {fixtureFigure, renderFixtureFigure} from "../test/fixture-figure.ts";
import {type ComposeOptions, composeSite} from "./compose-site.ts";

let shells: string;
beforeAll(async () => {
  shells = await builtShells();
});

async function compose(content = fixtureContent(), more: Partial<ComposeOptions> = {}) {
  const out = await mkdtemp(join(tmpdir(), "site-"));
  const result = await composeSite({content, shells, out, renderFigure: renderFixtureFigure, ...more});
  return {...result, out, read: (name: string) => readFile(join(out, name), "utf8")};
}

test("stamps each territory with its own title, heading and links", async () => {
  const {read, out} = await compose();
  const page = await read("territoires/commune-77284.html");
  expect(page).toContain("<title>Meaux | Observatoire du Territoire d’industrie Nord Est 77 – Meaux</title>");
  expect(page).toContain("<h1>Meaux</h1>");
  expect(page).toContain("Les chiffres de Meaux, et ceux");
  expect(page).toContain('href="../territoires/index.html">Tous les territoires');
  expect(page).toContain('<li><a href="./index.html" aria-current="true">Territoires</a>');
  expect(page).not.toContain("data-figure=");
  expect(await readdir(join(out, "territoires"))).not.toContain("territoire.html");
});

test("makes the document a French one, without Framework's scripts and English labels", async () => {
  const {read} = await compose();
  const page = await read("emploi.html");
  expect(page).toContain('<html lang="fr"');
  expect(page).toContain('content="width=device-width, initial-scale=1">');
  expect(page).toContain('<a class="evitement" href="#contenu">Aller au contenu</a>');
  expect(page).toContain('<p id="sommaire-titre">Sommaire</p>');
  expect(page).toContain('<a href="./emploi.html" aria-current="page">Emploi et secteurs</a>');
  expect(page).not.toMatch(/Search|Toggle|Contents|Loading|_observablehq|type="module"|maximum-scale/);
  expect(page.match(/<h1/g)).toHaveLength(1);
});

test("hides simulated pages from search engines and says so", async () => {
  const {read, out} = await compose();
  expect(await read("emploi.html")).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(await read("emploi.html")).toContain("<strong>Données simulées.</strong>");
  expect(await read("glossaire.html")).not.toContain("Données simulées");
  expect(await read("robots.txt")).toContain("Disallow: /");
  expect(await readdir(out)).not.toContain("sitemap.xml");
});

test("a public site with an address is listed, with canonical addresses", async () => {
  const real = (page: ReturnType<typeof fixturePage>) => ({
    ...page,
    figures: page.figures.map((figure) => ({...figure, simulated: false}))
  });
  const base = fixtureContent();
  const {read} = await compose({
    ...base,
    pages: base.pages.map(real),
    simulated: false,
    deployment: "public",
    address: "https://observatoire.exemple.fr"
  });
  expect(await read("sitemap.xml")).toContain("<loc>https://observatoire.exemple.fr/emploi.html</loc>");
  expect(await read("sitemap.xml")).not.toContain("404");
  expect(await read("robots.txt")).toContain("Sitemap: https://observatoire.exemple.fr/sitemap.xml");
  const page = await read("emploi.html");
  expect(page).toContain('<link rel="canonical" href="https://observatoire.exemple.fr/emploi.html">');
  expect(page).not.toContain("noindex");
  expect(page).not.toContain("Données simulées");
});

test("a page that is not indexable is refused to robots by name, and listed nowhere", async () => {
  const base = fixtureContent();
  const real = {...base, simulated: false, deployment: "public" as const, address: "https://exemple.fr/obs"};
  const pages = base.pages.map((page) => ({
    ...page,
    figures: page.figures.map((figure) => ({...figure, simulated: false}))
  }));
  const {read} = await compose(
    {...real, pages},
    {
      renderFigure: ({id}) =>
        id === "prix-ventes" ? '<a href="/telecharger/non-indexable/ventes.csv" download>CSV</a>' : ""
    }
  );
  const page = await read("prix-foncier.html");
  expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(page).toContain('<a href="./telecharger/non-indexable/ventes.csv" download rel="nofollow">CSV</a>');
  expect(page).toContain('<li><a href="./foncier.html" aria-current="true">Foncier</a>');
  expect(page).not.toContain("Données simulées");
  expect(await read("foncier.html")).not.toContain("noindex");
  expect(await read("robots.txt")).toBe(
    "User-agent: *\nAllow: /\nDisallow: /obs/prix-foncier.html\nDisallow: /obs/telecharger/non-indexable/\n\nSitemap: https://exemple.fr/obs/sitemap.xml\n"
  );
  expect(await read("sitemap.xml")).toContain("/foncier.html</loc>");
  expect(await read("sitemap.xml")).not.toContain("prix-foncier");
  expect(await read("recherche.json")).not.toContain("prix-foncier");
});

test("a demo refuses the whole site, and that page by name all the same", async () => {
  const {read} = await compose();
  expect(await read("robots.txt")).toMatch(/^Disallow: \/$/m);
  expect(await read("robots.txt")).toMatch(/^Disallow: \/prix-foncier\.html$/m);
});

test("an entry of the search that leads to a page that is not indexable is refused", async () => {
  const base = fixtureContent();
  const entry = {kind: "page", title: "Prix", detail: "page", path: "prix-foncier#prix", words: ""} as const;
  await expect(compose({...base, search: [...base.search, entry]})).rejects.toThrow(
    "recherche, entrée « Prix » : attendu une page que l'on peut indexer, trouvé « prix-foncier#prix », page non indexable"
  );
});

test("a late source is said on the pages that use it", async () => {
  const late = "source en retard de 40 jours.";
  const base = fixtureContent();
  const pages = base.pages.map((page) =>
    page.path === "emploi"
      ? {
          ...page,
          figures: page.figures.map((figure) => ({...figure, sources: [{...figure.sources[0]!, late}]}))
        }
      : page
  );
  const {read} = await compose({...base, pages}, {renderFigure: () => ""});
  expect((await read("emploi.html")).split(late)).toHaveLength(2);
  expect(await read("methode.html")).not.toContain(late);
});

test("prose shells stamp themselves, and the plan lists every page", async () => {
  const {read} = await compose();
  expect(await read("accessibilite.html")).toContain("Accessibilité&nbsp;: non conforme");
  const plan = await read("plan-du-site.html");
  for (const path of ["emploi", "territoires/commune-77284", "mentions-legales"]) {
    expect(plan).toContain(`<li><a href="./${path}.html">`);
  }
  expect(await read("404.html")).toContain("Page introuvable");
});

test("a placeholder without content is refused", async () => {
  const content = fixtureContent();
  const pages = content.pages.map((page) =>
    page.path === "emploi" ? {...page, figures: page.figures.slice(1)} : page
  );
  await expect(compose({...content, pages})).rejects.toThrow(
    "page « emploi » : attendu un contenu pour l'emplacement « emploi-effectif » (data-figure), trouvé aucun"
  );
});

test("a content without placeholder is refused", async () => {
  const content = fixtureContent();
  const pages = [
    ...content.pages,
    fixturePage("glossaire", {title: "Glossaire", blocs: {inconnu: "<p>x</p>"}})
  ];
  await expect(compose({...content, pages})).rejects.toThrow(
    'page « glossaire » : attendu un emplacement data-bloc="inconnu" dans la coquille « glossaire », trouvé aucun'
  );
});

test("unknown shell, double path, shell without page, missing shells: one French sentence each", async () => {
  const content = fixtureContent();
  const add = (...pages: typeof content.pages) => ({...content, pages: [...content.pages, ...pages]});
  await expect(compose(add(fixturePage("absente")))).rejects.toThrow(
    "page « absente » : attendu une coquille parmi"
  );
  await expect(compose(add(fixturePage("emploi")))).rejects.toThrow(
    "attendu une seule page à cette adresse, trouvé deux"
  );
  await expect(compose({...content, pages: []})).rejects.toThrow("attendu une page qui fournisse");
  await expect(compose(content, {shells: join(shells, "rien")})).rejects.toThrow("lancer « npm run build »");
});

test("a page stays light: 4 files, under 60 kB compressed without its figures", async () => {
  const {read, out} = await compose(undefined, {renderFigure: () => "<figure></figure>"});
  const page = await read("emploi.html");
  const linked = [...page.matchAll(/<(?:script src|link rel="stylesheet" href)="\.\/([^"]+)"/g)].map(
    ([, path]) => path!
  );
  expect(linked).toHaveLength(3);
  const parts = await Promise.all(linked.map((path) => readFile(join(out, path))));
  const weight = [Buffer.from(page), ...parts].reduce((total, part) => total + gzipSync(part).length, 0);
  expect(weight).toBeLessThan(60_000);
});

test("a thousand territories are stamped from one shell", async () => {
  const {pages} = await compose(fixtureContent({}, 1000), {renderFigure: () => "<figure></figure>"});
  expect(pages).toBeGreaterThan(1000);
}, 60_000);

test("what a session saw is in its page byte for byte, with the way back on paper", async () => {
  const {read} = await compose({...fixtureContent(), address: "https://exemple.fr"});
  const page = await read("seances/2026-11-24.html");
  expect(page).toContain(frozenBody);
  expect(page).toContain("<h1>COPIL de novembre</h1>");
  expect(page).toMatch(/<div class="qr"[^>]*><svg/);
  expect(await read("emploi.html")).not.toContain('class="qr"');
  expect(await read("plan-du-site.html")).toContain("COPIL de novembre");
});

test("a shell may gather every figure whose id has a prefix, in their order, or none", async () => {
  const base = fixtureContent();
  const ids = ["objectif-b", "objectif-a", "objectifs-tableau"];
  const targets = (figures: PageContent["figures"]) => ({
    ...base,
    pages: [...base.pages, fixturePage("programme/objectifs", {title: "Objectifs", figures})]
  });
  const {read} = await compose(targets(ids.map(fixtureFigure)));
  const page = await read("programme/objectifs.html");
  expect([...page.matchAll(/<figure [^>]*id="figure-(objectif[\w-]+)"/g)].map(([, id]) => id)).toEqual([
    "objectifs-tableau",
    "objectif-b",
    "objectif-a"
  ]);
  const {read: readNone} = await compose(targets([fixtureFigure("objectifs-tableau")]));
  expect(await readNone("programme/objectifs.html")).not.toContain("objectif-b");
});

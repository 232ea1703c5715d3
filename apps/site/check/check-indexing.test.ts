import {expect, test} from "vitest";
import {checkIndexing} from "./check-indexing.ts";

const robots = "User-agent: *\nAllow: /\nDisallow: /prix.html\nDisallow: /telecharger/non-indexable/\n";
const meta = '<meta name="robots" content="noindex, nofollow">';
const link = '<a href="./telecharger/non-indexable/prix.csv" download rel="nofollow">';

test("a page refused by name, that says so and is listed nowhere, has no fault", () => {
  const pages = new Map([
    ["prix.html", meta + link],
    ["emploi.html", ""]
  ]);
  expect(checkIndexing(pages, {robots, sitemap: "", search: '[["page","E","","emploi.html",""]]'})).toEqual(
    []
  );
});

test("each way of letting it out is told", () => {
  const pages = new Map([
    ["prix.html", link.replace(' rel="nofollow"', "")],
    ["emploi.html", link]
  ]);
  const sitemap = "<loc>https://exemple.fr/prix.html</loc>";
  const search = '[["page","Prix","","prix.html#x",""]]';
  expect(
    checkIndexing(pages, {robots, sitemap, search}).map(({page, message}) => `${page} ${message}`)
  ).toEqual([
    'prix.html un lien vers un fichier non indexable sans rel="nofollow"',
    "prix.html robots.txt la refuse, mais elle n'a pas de balise « noindex, nofollow »",
    "prix.html page non indexable dans la recherche du site",
    "prix.html page non indexable dans le plan des robots",
    "emploi.html la page montre des données non indexables, et robots.txt ne la refuse pas"
  ]);
});

import {expect, test} from "vitest";
import {freezePage} from "./freeze-page.ts";

const page = (body: string) =>
  `<main><h1>Budget</h1><p class="chapeau">Dit.</p>${body}\n<p class="partage">Lien</p></main>`;

function freeze(body: string, path = "programme/budget") {
  const files: string[] = [];
  const html = freezePage(page(body), path, {
    date: "2026-12-03",
    pages: new Set(["programme/budget", "programme/axe-foncier", "emploi"]),
    onFile: (file) => files.push(file)
  });
  return {html, files};
}

test("keeps what stands between the title and the share line, without the marks of the composition", () => {
  const {html} = freeze("<!--figure:a--><figure>x</figure><!--/figure:a-->");
  expect(html).toBe('<p class="chapeau">Dit.</p><figure>x</figure>\n');
});

test("links lead to pages and files frozen with it, or to pages that last; others become plain text", () => {
  const {html, files} = freeze(
    '<a href="../emploi.html#figure-x">Emploi</a> <a href="./axe-foncier.html">Axe</a> <a href="../methode.html#indicateur-x">Méthode</a> <a href="../territoires/commune-77284.html">Meaux</a> <a class="t" href="../telecharger/figures/x.csv" download>CSV</a> <a href="#bas">Bas</a> <a href="https://exemple.fr/">Site</a>'
  );
  expect(html).toContain('<a href="./2026-12-03-emploi.html#figure-x">Emploi</a>');
  expect(html).toContain('<a href="./2026-12-03-programme-axe-foncier.html">Axe</a>');
  expect(html).toContain('<a href="../methode.html">Méthode</a>');
  expect(html).toContain("<span>Meaux</span>");
  expect(html).toContain('<a class="t" href="./2026-12-03/figures/x.csv" download>CSV</a>');
  expect(html).toContain('<a href="#bas">Bas</a> <a href="https://exemple.fr/">Site</a>');
  expect(files).toEqual(["telecharger/figures/x.csv"]);
});

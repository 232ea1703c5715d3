import {expect, test} from "vitest";
import {freezePage} from "./freeze-page.ts";

const page = (body: string) =>
  `<main><h1>Budget</h1><p class="chapeau">Dit.</p>${body}\n<p class="partage">Lien</p></main>`;

function freeze(body: string, path = "programme/budget") {
  const files: string[] = [];
  const html = freezePage(page(body), path, {
    date: "2026-12-03",
    pages: new Set(["programme/budget", "programme/axe-foncier", "emploi"]),
    removed: {figures: new Set(["noms"]), notice: "Pas figée."},
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

test("who is named by a figure of the day is named by no frozen page, nor by a file of it", () => {
  const {html, files} = freeze(
    '<figure class="figure figure--barres" id="figure-a"><a href="../telecharger/figures/a.csv">CSV</a></figure><figure class="figure figure--carte-points" id="figure-noms"><table><td>Une société</td></table><a href="../telecharger/figures/noms.csv">CSV</a></figure>'
  );
  expect(html).toMatch(/id="figure-a".*<p class="figure-empty">Pas figée\.<\/p>$/m);
  expect(html).not.toContain("Une société");
  expect(files).toEqual(["telecharger/figures/a.csv"]);
});

test("a date past says nothing of what a session saw", () => {
  const {html} = freeze(
    '<p>attendue avant le <time datetime="2027-06-14" data-echeance>14 juin 2027</time></p>'
  );
  expect(html).toContain('<time datetime="2027-06-14">14 juin 2027</time>');
});

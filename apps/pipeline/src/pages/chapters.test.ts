import type {FigureSpec, PageContent} from "@observatoire/catalog";
import {findBannedWords} from "@observatoire/findings";
import {expect, test} from "vitest";
import {makeChapters} from "../../test/chapters-fixture.ts";
import {accueilPage, listFindings} from "./accueil.ts";
import {foncierPage} from "./foncier.ts";
import {prixFoncierPage} from "./prix-foncier.ts";
import {territoirePages, territoiresPage} from "./territoires.ts";
import {tissuPage} from "./tissu.ts";

const published = makeChapters();
const nothing = makeChapters({collected: false});
const build = (from: typeof published) => [
  tissuPage(from),
  foncierPage(from),
  prixFoncierPage(from),
  territoiresPage(from),
  ...territoirePages(from)
];
const pages = build(published);
const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const figure = (path: string, id: string, from: readonly PageContent[] = pages): FigureSpec => {
  const found = from.find((page) => page.path === path)?.figures.find((one) => one.id === id);
  if (!found) throw new Error(`figure ${id} absente de ${path}`);
  return found;
};
const each = [...pages, ...build(nothing)].flatMap(({path, figures}) =>
  figures.map((one, index) => ({path, id: one.id, index, figure: one}))
);
const texts = ({title, subtitle, reading, alt, empty, limits}: FigureSpec) =>
  [title, subtitle, reading, alt, empty ?? "", ...limits].join("\n");

test.each(each)("$path $id : chaque texte se tient, sans trou ni cause", ({figure: one}) => {
  for (const text of [one.title, one.subtitle, one.reading, one.alt]) expect(text.trim()).not.toBe("");
  expect(texts(one)).not.toMatch(/NaN|null|undefined|Infinity| {2}|, ,| ,|\.\./);
  expect(one.title).toMatch(/^[A-ZÀ-Ý0-9].*[^.]$/);
  expect(one.reading).toMatch(/\.$/);
  expect(findBannedWords(texts(one))).toEqual([]);
});

test("Tissu productif : les figures de la page, dans l'ordre de sa coquille", () => {
  expect(tissuPage(published).figures.map(({id, kind}) => `${id} ${kind}`)).toEqual([
    "tissu-actifs chiffre-cle",
    "tissu-employeurs chiffre-cle",
    "tissu-creation chiffre-cle",
    "tissu-survie chiffre-cle",
    "tissu-definitions table",
    "tissu-secteurs barres",
    "tissu-taille barres",
    "tissu-evolution lignes",
    "tissu-creations colonnes",
    "tissu-survie-courbe barres",
    "tissu-concentration intervalles",
    "tissu-carte table",
    "tissu-age barres",
    "tissu-industrie barres",
    "tissu-renouvellement lignes",
    "tissu-siege barres",
    "tissu-communes barres"
  ]);
});

test("Foncier et Prix : les figures de la page ; Prix n'est pas indexable", () => {
  expect(foncierPage(published).figures.map(({id, kind}) => `${id} ${kind}`)).toEqual([
    "foncier-conso chiffre-cle",
    "foncier-part-activite chiffre-cle",
    "foncier-friches chiffre-cle",
    "foncier-par-emploi chiffre-cle",
    "foncier-annuel colonnes",
    "foncier-trajectoire barres",
    "foncier-comparaison barres",
    "foncier-carte barres",
    "foncier-friches-statut barres",
    "foncier-gisement table",
    "foncier-friches-communes table",
    "foncier-destinations table"
  ]);
  expect(prixFoncierPage(published).indexable).toBe(false);
});

test("des sources absentes font des figures vides qui disent quoi faire", () => {
  const urssafOnly = ["tissu-definitions"];
  for (const page of [tissuPage(nothing), foncierPage(nothing), prixFoncierPage(nothing)]) {
    expect(page.chapeau).not.toBe("");
    for (const {id, empty} of page.figures) {
      if (urssafOnly.includes(id)) continue;
      expect(plain(empty), id).toMatch(
        /collectée?s?\. Lancer « npx observatoire collect .+ », puis reconstruire\.$/
      );
    }
  }
});

test("les quatre définitions sont nommées, datées et définies", () => {
  const {rows} = figure("tissu", "tissu-definitions");
  expect(rows.map(({libelle, valeur}) => [libelle, valeur])).toEqual([
    ["Actifs Sirene", 1000],
    ["Actifs hors location immobilière et solaire", 800],
    ["Employeurs Sirene", 300],
    ["Employeurs Urssaf", 1100]
  ]);
  expect(plain(String(rows[0]?.date))).toBe("1er novembre 2026");
  expect(String(rows[2]?.definition)).not.toBe("");
});

test("parts contre la France : 240 / 300 = 80 % ; base 100 : 1 000 / 800 = 125", () => {
  expect(figure("tissu", "tissu-taille").rows[0]).toMatchObject({
    ...{libelle: "De 1 à 9 salariés", part: 80, reference: 80, valeur: 240}
  });
  const lines = figure("tissu", "tissu-evolution");
  expect(lines.rows.find(({role, annee}) => role === "territoire" && annee === 2025)).toMatchObject({
    ...{valeur: 125, nombre: 1000}
  });
  expect(lines.kind === "lignes" && plain(lines.mark?.label ?? "")).toBe("labellisation, 9 novembre 2023");
});

test("survie : sans les territoires de moins de trente créations, comme la CC du Plateau qui n'en a aucune", () => {
  const names = figure("tissu", "tissu-survie-courbe").rows.map(({territoire}) => territoire);
  expect(names).toContain("CA de la Ville");
  expect(names).toContain("France");
  expect(names).not.toContain("CC du Plateau");
});

test("la consommation est empilée par destination, 10 ha par an : 3 + 5 + 2 ; la dernière année est provisoire", () => {
  const columns = figure("foncier", "foncier-annuel");
  expect(columns.rows.filter(({annee}) => annee === 2023).map(({valeur}) => valeur)).toEqual([3, 5, 2]);
  expect(columns.kind === "colonnes" && columns.provisionalFrom).toBe(2023);
  expect(columns.kind === "colonnes" && columns.reference?.value).toBe(10);
});

test("le repère n'est pas prescriptif en Île-de-France, et la figure par emploi dit pourquoi elle est sans objet", () => {
  expect(plain(figure("foncier", "foncier-trajectoire").title)).toContain(
    "200 % du repère national −50 % (non prescriptif en Île-de-France)"
  );
  expect(plain(figure("foncier", "foncier-par-emploi").empty)).toBe(
    "Sans objet : Le nombre d'emplois a baissé entre les deux recensements."
  );
  const elsewhere = {...published, communes: published.communes.map((one) => ({...one, code_region: "32"}))};
  const neutral = figure("foncier", "foncier-trajectoire", [foncierPage(elsewhere)]);
  expect(`${neutral.title} ${neutral.subtitle} ${neutral.reading}`).not.toContain("Île-de-France");
});

test("la carte nomme ce qui peut l'être, par famille ; la liste retirée dit pourquoi", () => {
  const points = [{code: "77001", longitude: 2.9, latitude: 48.9}];
  const geometrie = {kind: "cartogramme", attribution: "Essai", points} as const;
  const map = figure("tissu", "tissu-carte", [tissuPage({...published, geometrie})]);
  expect(map.kind).toBe("carte-points");
  expect(map.rows.map(({etablissement, groupe, taille}) => [etablissement, groupe, taille])).toEqual([
    ["Fonderie d'Essai", "Industrie", 34.5],
    ["Transports d'Essai", "Transport et entreposage", 34.5]
  ]);
  const withdrawn = {...published, etablissements: [], etablissementsRetires: "La liste est retirée."};
  const none = figure("tissu", "tissu-carte", [tissuPage(withdrawn)]);
  expect(none.empty).toBe("La liste est retirée.");
  expect(none.rows).toEqual([]);
});

test("un prix masqué reste masqué : ni médiane, ni quartile, ni nombre de ventes", () => {
  for (const row of figure("prix-foncier", "prix-terrain-niveaux").rows) {
    expect(row).toMatchObject({valeur: null, premier: null, dernier: null, nombre: null, statut: "secret"});
  }
  expect(plain(figure("prix-foncier", "prix-locaux").title)).toContain("20 % de moins qu'en France");
});

test("une commune sans établissement ni friche a des phrases, et pas de part", () => {
  const path = "territoires/commune-77003";
  expect(plain(figure(path, "territoire-actifs").title)).toBe(
    "Solitude ne compte aucun établissement actif au 1er novembre 2026"
  );
  expect(plain(figure(path, "territoire-tailles").empty)).toBe("Aucun établissement employeur à Solitude.");
  expect(figure(path, "territoire-friches").empty).toBe("Aucune friche n'est recensée à Solitude.");
});

test("l'accueil a quatre chiffres et les constats de tous les chapitres, jamais ceux des prix", () => {
  const findings = listFindings(tissuPage(published), foncierPage(published), prixFoncierPage(published));
  const page = accueilPage(published, findings);
  expect(page.figures.map(({id}) => id).slice(0, 4)).toEqual([
    "accueil-communes",
    "accueil-population",
    "accueil-effectif",
    "accueil-actifs"
  ]);
  expect(findings.map(({path}) => path)).toEqual([
    "tissu#figure-tissu-evolution",
    "tissu#figure-tissu-survie-courbe",
    "tissu#figure-tissu-concentration",
    "foncier#figure-foncier-conso",
    "foncier#figure-foncier-trajectoire",
    "foncier#figure-foncier-friches"
  ]);
  expect(listFindings(tissuPage(nothing), foncierPage(nothing))).toEqual([]);
});

test("« Refaire le chemin » mène à un nombre : le premier indicateur d'une figure a une ligne à sa dernière année", () => {
  const ti = {niveau: "ti", code: "essai"} as const;
  const lost = [tissuPage, foncierPage, prixFoncierPage].flatMap((make) =>
    make(published).figures.flatMap(({id, indicators, period, empty}) => {
      const rows = empty === null ? published.rows(indicators[0]?.id ?? "", ti) : null;
      const last = period.to.slice(0, 4);
      return rows?.some(({periode_fin}) => periode_fin.startsWith(last)) === false ? [id] : [];
    })
  );
  expect(lost).toEqual([]);
});

import type {FigureSpec} from "@observatoire/catalog";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {renderFragment} from "../src/index.ts";
import {fragmentOptions} from "./fixture-base.ts";
import * as plain from "./fixtures.ts";
import * as maps from "./fixtures-map.ts";
import * as tissu from "./fixtures-tissu.ts";

const nbsp = "\u00a0";

function read(spec: FigureSpec) {
  const html = renderFragment(spec, fragmentOptions);
  return {html, document: parseHTML(`<!doctype html><html><body>${html}</body></html>`).document};
}

test("the finding is the heading, two widths are drawn, and no id is used twice", () => {
  const {html, document} = read(maps.carteContours);
  expect(document.querySelector("figure")?.id).toBe("figure-emploi-carte-industrie");
  expect(document.querySelector("h3")?.textContent).toBe(maps.carteContours.title);
  expect(document.querySelectorAll("svg[role=img]")).toHaveLength(2);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the table twin has a caption, scopes, the same values, and a legend for the signs it uses", () => {
  const {document} = read(plain.barres);
  const table = document.querySelector("table");
  expect(table?.querySelector("caption")?.textContent).toContain("12,4 %".replace(" ", nbsp).slice(0, 4));
  expect(table?.querySelectorAll("thead th[scope=col]")).toHaveLength(2);
  const rows = [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => row.textContent);
  expect(rows).toEqual([
    `Nord Est 77 – Meaux12,4${nbsp}%`,
    `Seine-et-Marne10,9${nbsp}%`,
    `Île-de-France7,3${nbsp}%`,
    `France14,5${nbsp}%`,
    "Zone d’emploi de Meauxs"
  ]);
  expect(document.querySelector(".figure-signs")?.textContent).toBe(`s${nbsp}: secret statistique`);
});

test("lines: the table has one row per year and one column per territory; provisional values are marked", () => {
  const {document} = read(plain.lignes);
  expect(document.querySelectorAll("thead th")).toHaveLength(5);
  expect(document.querySelectorAll("tbody tr")).toHaveLength(10);
  expect(document.querySelector("tbody tr:last-child")?.textContent).toContain(`96,1${nbsp}(p)`);
});

test("on the page the badge alone marks simulated data; the drawings do not repeat it", () => {
  const {html} = read(plain.barres);
  expect(html.match(/Données simulées/g)).toHaveLength(1);
});

test("source line, badge, provenance, command and downloads are there", () => {
  const {html, document} = read(plain.barres);
  const source = document.querySelector(".figure-source")?.textContent ?? "";
  for (const text of ["Urssaf", "2006-2024", `3${nbsp}novembre 2026`, "ODbL"]) expect(source).toContain(text);
  expect(document.querySelector(".figure-badges")?.textContent).toContain("Données simulées");
  const provenance = document.querySelector(".figure-provenance")?.textContent ?? "";
  for (const text of ["effectif_prive.sql", "9f8e7d6c5b4a", "npx observatoire explain", "0123456789ab"])
    expect(provenance).toContain(text);
  expect(provenance).not.toContain("9f8e7d6c5b4a3");
  expect(
    [...document.querySelectorAll(".figure-downloads a")].map((link) => link.getAttribute("href"))
  ).toEqual(["f.fr.csv", "f.csv", "f.json", "f.svg"]);
  expect(html).toContain(`Lecture${nbsp}:`);
});

test("a late source says so; a real figure has the real badge", () => {
  const [source] = plain.lignes.sources;
  const {document} = read({
    ...plain.lignes,
    sources: [{...source!, late: "Données au 31 décembre 2024, édition suivante attendue."}]
  });
  expect(document.querySelector(".figure-late")?.textContent).toBe(
    "◷ Données au 31 décembre 2024, édition suivante attendue."
  );
  expect(document.querySelector(".figure-badges")?.textContent).toContain("Données réelles");
  expect(document.querySelector(".figure-badges")?.textContent).toContain("Valeur provisoire");
});

test("key figure: label, last value, period, comparison, sparkline", () => {
  const {document} = read(plain.chiffreCle);
  expect(document.querySelector("h3")?.textContent).toBe("Emplois salariés privés");
  expect(document.querySelector(".figure-value")?.textContent).toBe("30\u202f214");
  expect(document.querySelector(".figure-period")?.textContent).toBe("au 31 décembre 2024");
  expect(document.querySelector(".figure-spark svg")?.getAttribute("aria-label")).toContain("30 200 emplois");
});

test("an empty figure says why, draws nothing and offers no download", () => {
  const empty = "Le fichier de l’Urssaf n’est pas encore collecté : lancer « observatoire collect urssaf ».";
  for (const spec of [plain.barres, plain.chiffreCle]) {
    const {document} = read({...spec, rows: [], empty});
    expect(document.querySelector(".figure-empty")?.textContent).toContain("n’est pas encore collecté");
    expect(document.querySelectorAll("svg, .figure-downloads")).toHaveLength(0);
  }
});

test("a table figure shows its table at once", () => {
  const {document} = read({...plain.barres, kind: "table"} as FigureSpec);
  expect(document.querySelector("details table")).toBeNull();
  expect(document.querySelectorAll("table")).toHaveLength(1);
});

test("stacked columns: the twin has one row a year and one column a part", () => {
  const {document} = read(tissu.colonnes);
  expect([...document.querySelectorAll("thead th")].map((cell) => cell.textContent)).toEqual([
    "Année",
    "Activité",
    "Habitat",
    "Autres"
  ]);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent);
  expect(rows).toHaveLength(14);
  expect(rows.at(-1)).toBe(`20241,6${nbsp}ha${nbsp}(p)3,1${nbsp}ha${nbsp}(p)0,2${nbsp}ha${nbsp}(p)`);
});

test("points: the twin names every row, also those without coordinates, and shows no coordinate", () => {
  const {document} = read(tissu.cartePoints);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
  expect(rows).toHaveLength(13);
  expect(rows.some((row) => row.startsWith("Sans coordonnées"))).toBe(true);
  expect(document.querySelector("table")?.textContent).not.toContain("48,9");
});

test("intervals: the twin gives both bounds; an unknown one has its sign", () => {
  const {document} = read(tissu.intervalles);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
  expect(rows[0]).toBe(`Premier employeur4${nbsp}%${nbsp}(e)9${nbsp}%${nbsp}(e)`);
  expect(rows[3]).toBe(`Dix premiers, Seine-et-Marne7${nbsp}%n.d.`);
});

test("units with words: small after a key figure, short in the cells of a table", () => {
  const column = {name: "surface", label: "Surface", type: "nombre", unit: "m2_emploi"} as const;
  const rows = [{annee: 2024, surface: 412}];
  const {document} = read({
    ...plain.chiffreCle,
    columns: [column],
    rows,
    value: "surface",
    spark: null
  } as FigureSpec);
  expect(document.querySelector(".figure-value")?.textContent).toBe("412 m² par emploi");
  expect(document.querySelector(".figure-unit")?.textContent).toBe("m² par emploi");
  const table = read({...plain.barres, kind: "table", columns: [column], rows} as FigureSpec).document;
  expect(table.querySelector("tbody")?.textContent?.trim()).toBe(`412${nbsp}m²/emploi`);
});

test("long limits are folded, short ones are not", () => {
  expect(read(plain.bande).document.querySelector("details.figure-limits li")).not.toBeNull();
  expect(read(plain.barres).document.querySelector("p.figure-limits")).not.toBeNull();
});

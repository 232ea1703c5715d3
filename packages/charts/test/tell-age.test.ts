import type {FigureSource, FigureSpec} from "@observatoire/catalog";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {
  renderDownloadSvg,
  renderFragment,
  renderSvg,
  sourceText,
  tellAge,
  toCsv,
  toJson
} from "../src/index.ts";
import {fragmentOptions} from "./fixture-base.ts";
import * as plain from "./fixtures.ts";

const nbsp = "\u00a0";
const failing = "Données au 31 décembre 2025, actualisation en échec depuis le 24 novembre 2026.";
const late = "Données au 31 décembre 2025, édition suivante attendue depuis le 14 juin 2026.";

function aged(spec: FigureSpec, ...ages: readonly Partial<FigureSource>[]): FigureSpec {
  const sources = ages.map((age) => ({...spec.sources[0]!, ...age}));
  return {...spec, sources};
}

function read(spec: FigureSpec) {
  const html = renderFragment(spec, fragmentOptions);
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

test("when all is well nothing is said, on the page nor in the pictures", () => {
  const {html, svg} = {
    html: renderFragment(plain.lignes, fragmentOptions),
    svg: renderDownloadSvg(plain.lignes, {title: "t", source: sourceText(plain.lignes)})
  };
  for (const text of [html, svg]) expect(text).not.toMatch(/figure-late|périm|échec|◷|■/);
  expect(toCsv(plain.lignes, {locale: "machine"}).split("\r\n")[1]).toMatch(/,a_jour$/);
  expect(JSON.parse(toJson(plain.lignes))).toMatchObject({fraicheur: "a_jour", avertissements: []});
});

test("a failing source is told under the source line, in its own words, once", () => {
  const document = read(aged(plain.barres, {failing, late}));
  const notice = document.querySelector(".figure-source")?.nextElementSibling;
  expect(notice?.className).toBe("figure-late");
  expect(document.querySelectorAll(".figure-late")).toHaveLength(1);
  expect(notice?.textContent).toBe(`◷ ${failing}`);
});

test("a key figure says it on its card, outside what is folded and what paper leaves out", () => {
  const document = read(aged(plain.chiffreCle, {failing}));
  const notices = [...document.querySelectorAll(".figure-late")];
  expect(notices.map(({textContent}) => textContent)).toEqual([`◷ ${failing}`]);
  expect(notices[0]?.closest("details")).toBeNull();
});

test("sources are named when one only is in trouble; the same words are said once for several", () => {
  const [a, b, c] = [{title: "Effectifs"}, {title: "Établissements"}, {title: "Friches"}];
  expect(tellAge(aged(plain.barres, {...a, failing}, {...b, failing}, {...c, late}))).toEqual([
    `Effectifs, Établissements${nbsp}: ${failing.replace("D", "d")}`,
    `Friches${nbsp}: ${late.replace("D", "d")}`
  ]);
  expect(tellAge(aged(plain.barres, {...a, failing}, {...b, failing}))).toEqual([failing]);
});

test("stale data wear a badge of their own, in words and sign, beside the others", () => {
  const badges = read(aged(plain.barres, {stale: true, late})).querySelector(".figure-badges");
  expect(badges?.textContent).toMatch(/▲ Données simulées.*■ Données périmées/);
  const empty = {...aged(plain.barres, {stale: true, late}), rows: [], empty: "Rien."} as FigureSpec;
  expect(read(empty).querySelector(".figure-badge--perime")).toBeNull();
});

test("what leaves the page says it too: pictures, source text, JSON, CSV", () => {
  const spec = aged(plain.barres, {stale: true, failing, late});
  expect(sourceText(spec)).toMatch(new RegExp(`ODbL[^.]*1\\.0\\)\\. ${failing}$`));
  const svg = renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)});
  expect(svg).toContain("■ Données périmées");
  expect(svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).toContain(failing);
  expect(renderSvg(spec, {width: 720, idPrefix: "x"})).toContain("■ Données périmées");
  expect(JSON.parse(toJson(spec))).toMatchObject({
    fraicheur: "perimee",
    avertissements: [failing],
    sources: [{perime: true, retard: late, echec: failing}]
  });
  expect(toCsv(spec, {locale: "fr"}).split("\r\n")[0]).toMatch(/;fraicheur$/);
  const word = (age: Partial<FigureSource>) =>
    toCsv(aged(plain.barres, {late: null}, age), {locale: "machine"})
      .split("\r\n")[1]!
      .split(",")
      .at(-1);
  expect([word({stale: true, failing, late}), word({failing, late}), word({late})]).toEqual([
    "perimee",
    "actualisation_en_echec",
    "en_retard"
  ]);
});

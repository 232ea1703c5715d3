import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {renderDownloadSvg, renderFragment, sourceText} from "../src/index.ts";
import {fragmentOptions} from "./fixture-base.ts";
import * as plain from "./fixtures.ts";
import * as maps from "./fixtures-map.ts";
import * as programme from "./fixtures-programme.ts";
import * as tissu from "./fixtures-tissu.ts";

/** `node --import tsx packages/charts/test/write-gallery.ts <folder> [contours.geojson]`: all kinds on one page. */
const [, , folder = "gallery", contours] = process.argv;
mkdirSync(folder, {recursive: true});
const css = readFileSync(new URL("../theme.css", import.meta.url), "utf8");
const figures: FigureSpec[] = [
  ...Object.values(plain),
  ...Object.values(tissu),
  ...Object.values(programme),
  maps.carteContours,
  maps.carteHexagones,
  maps.carteSymboles
];
if (contours) figures.push(...realMaps(contours));
const cards = figures.filter(({kind}) => kind === "chiffre-cle");
const others = figures.filter(({kind}) => kind !== "chiffre-cle");
const fragments = (list: readonly FigureSpec[]) =>
  list.map((spec) => renderFragment(spec, fragmentOptions)).join("");
for (const theme of ["light", "dark"]) {
  const page = `<!doctype html><html lang="fr" data-theme="${theme}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Figures</title><style>${css}
body{margin:0;padding:16px;font:16px/1.5 "Segoe UI",Arial,sans-serif;background:var(--fig-surface);color:var(--fig-text)}main{max-width:60rem;margin:0 auto}.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}</style><main><div class="cards">${fragments(cards)}${fragments(cards.map((spec) => ({...spec, id: `${spec.id}-bis`, simulated: false})))}</div>${fragments(others)}</main></html>`;
  writeFileSync(join(folder, `${theme}.html`), page);
}
for (const spec of figures)
  writeFileSync(
    join(folder, `${spec.id}.svg`),
    renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)})
  );

function realMaps(path: string): FigureSpec[] {
  const {features} = JSON.parse(readFileSync(path, "utf8")) as {
    features: {properties: {code: string; nom: string}; geometry: {coordinates: [number, number][][]}}[];
  };
  const rows = features.map(({properties: {code, nom}}, index): FigureRow => {
    const emplois = Math.round(40 + (9000 * ((index * 37) % 68) ** 3) / 68 ** 3);
    if (index % 17 === 3)
      return {code, commune: nom, part: null, emplois: null, statut: index % 2 ? "secret" : "non_disponible"};
    return {code, commune: nom, part: ((index * 29) % 68) / 2.2, emplois};
  });
  const geometry = {
    kind: "contours" as const,
    attribution: "IGN",
    features: features.map(({properties, geometry: {coordinates}}) => ({
      code: properties.code,
      polygons: [coordinates]
    }))
  };
  const points = features.map(({properties, geometry: {coordinates}}) => {
    const ring = coordinates[0] ?? [];
    const mean = (axis: 0 | 1) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
    return {code: properties.code, longitude: mean(0), latitude: mean(1)};
  });
  const cartogram = {kind: "cartogramme" as const, attribution: "IGN", points};
  return [
    {...maps.carteContours, id: "reel-contours", rows, geometry} as FigureSpec,
    {...maps.carteHexagones, id: "reel-hexagones", rows, geometry: cartogram} as FigureSpec,
    {...maps.carteSymboles, id: "reel-symboles", rows, geometry} as FigureSpec,
    {...maps.carteSymboles, id: "reel-cercles", rows, geometry: cartogram} as FigureSpec
  ];
}

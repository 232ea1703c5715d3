import type {FigureSpec} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {renderDownloadSvg, renderSvg, sourceText} from "../src/index.ts";
import * as plain from "./fixtures.ts";
import * as maps from "./fixtures-map.ts";
import * as programme from "./fixtures-programme.ts";
import * as tissu from "./fixtures-tissu.ts";
import {expectGolden} from "./golden.ts";

const drawn: FigureSpec[] = [
  ...Object.values(plain),
  ...Object.values(tissu),
  ...Object.values(programme),
  maps.carteContours,
  maps.carteHexagones,
  maps.carteSymboles
];

const nbsp = "\u00a0";

test.each(drawn.map((spec) => [spec.id, spec] as const))(
  "%s: same drawing as kept, wide and narrow",
  (id, spec) => {
    for (const width of [720, 340]) {
      const svg = renderSvg(spec, {width, idPrefix: `f${width}`});
      expect(svg).toContain('role="img"');
      expect(svg).toContain("aria-label=");
      expect(svg).toContain("data-tip=");
      expect(svg).not.toMatch(/NaN|undefined|Infinity|#[0-9a-f]{6}/);
      expect(renderSvg(spec, {width, idPrefix: `f${width}`})).toBe(svg);
      expectGolden(`${id}-${width}.svg`, `${svg.replaceAll("><", ">\n<")}\n`);
    }
  }
);

test.each(drawn.map((spec) => [spec.id, spec] as const))(
  "%s: nothing leaves a drawing of 320 px",
  (_, spec) => {
    const svg = renderSvg(spec, {width: 320, idPrefix: "p"});
    for (const [, x] of svg.matchAll(/<text x="(-?[\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(320);
    }
  }
);

test("bars start at zero, are in proportion, and carry their value at the end", () => {
  const svg = renderSvg(plain.barres, {width: 720, idPrefix: "p"});
  const bars = [...svg.matchAll(/<rect([^>]*)data-tip="([^"]*)"/g)].map(([, attributes = "", tip = ""]) => {
    return {
      x: Number(/ x="([\d.]+)"/.exec(attributes)?.[1]),
      width: Number(/width="([\d.]+)"/.exec(attributes)?.[1]),
      tip
    };
  });
  expect(new Set(bars.map(({x}) => x)).size).toBe(1);
  expect(bars.map(({tip}) => tip.split(nbsp)[0])).toEqual([
    "France",
    "Nord Est 77 – Meaux",
    "Seine-et-Marne",
    "Île-de-France"
  ]);
  // 12.4 / 14.52 = 0.854
  expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(0.854, 2);
  expect(svg).toContain(`>12,4${nbsp}%</text>`);
  expect(svg).toContain(">s</text>");
  expect(svg).toContain("Données simulées");
});

test("a second value is a tick with its own tip, named once", () => {
  const svg = renderSvg(plain.barresMark, {width: 720, idPrefix: "p"});
  expect(svg).toContain(`data-tip="Industrie, France${nbsp}: 14,5${nbsp}%"`);
  expect(svg.match(/>France<\/text>/g)).toHaveLength(1);
});

test("lines: direct labels, date of the label, provisional end, and the axis says it does not start at zero", () => {
  const svg = renderSvg(plain.lignes, {width: 720, idPrefix: "p"});
  for (const name of ["Seine-et-Marne", "Île-de-France", "France"]) expect(svg).toContain(`>${name}${nbsp}`);
  expect(svg).toContain(">labellisation, 9 novembre 2023</text>");
  expect(svg).toContain(">provisoire</text>");
  expect(svg).toContain("L’axe vertical ne part pas de zéro.");
  expect(svg).toContain(`data-tip="Nord Est 77 – Meaux, 2024${nbsp}: 96,1 (valeur provisoire)"`);
});

test("waterfall: signed values and connectors between steps", () => {
  const svg = renderSvg(plain.cascade, {width: 720, idPrefix: "p"});
  for (const text of ["+3\u202f210", "−940", "−3\u202f450", "−1\u202f180"])
    expect(svg).toContain(`>${text}</text>`);
  expect(svg.match(/stroke-dasharray="2 3"/g)).toHaveLength(3);
});

test("specificity: doublings are at equal distances on both sides of 1", () => {
  const svg = renderSvg(plain.pointsSpecificite, {width: 720, idPrefix: "p"});
  const at = (label: string) => Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${label}</text>`).exec(svg)?.[1]);
  expect(at("1") - at(`÷${nbsp}2`)).toBeCloseTo(at(`×${nbsp}2`) - at("1"), 0);
});

test("strip: ours and the quartiles are named", () => {
  const svg = renderSvg(plain.bande, {width: 720, idPrefix: "p"});
  for (const text of ["Nord Est 77 – Meaux", "France", "médiane"])
    expect(svg).toContain(`<tspan>${text}</tspan>`);
});

test("scatter: the four quadrants are named", () => {
  const svg = renderSvg(plain.nuage, {width: 720, idPrefix: "p"});
  if (plain.nuage.kind === "nuage")
    for (const name of plain.nuage.quadrants) expect(svg).toContain(`>${name}</text>`);
});

test("scatter: a sector far from the others is drawn off scale, with its value in words", () => {
  if (plain.nuage.kind !== "nuage") return;
  const {x, y, label} = plain.nuage;
  const rows = [...plain.nuage.rows, {...plain.nuage.rows[0], [label]: "Loin", [x]: 1.1, [y]: 60}];
  const svg = renderSvg({...plain.nuage, rows}, {width: 720, idPrefix: "p"});
  expect(svg).toMatch(/<tspan>Loin<\/tspan><tspan[^>]*>↑ \+60,0[^<]*, hors échelle<\/tspan>/);
  expect(svg).not.toContain(">+60</text>");
});

test("map: classes with bounds and counts; missing and secret have two patterns with ids of their own", () => {
  const svg = renderSvg(maps.carteContours, {width: 720, idPrefix: "carte-a"});
  // Between 5 and 10: Meaux 6.1, Nanteuil 8.2, Chambry 5.4, Claye-Souilly 9.4.
  expect(svg).toMatch(new RegExp(`>de 5 à 10${nbsp}%</text><text[^>]*>4</text>`));
  expect(svg).toMatch(/>secret statistique<\/text><text[^>]*>1<\/text>/);
  expect(svg).toContain("url(#carte-a-secret)");
  expect(svg).toContain("url(#carte-a-missing)");
  expect([...svg.matchAll(/ id="([^"]*)"/g)].every(([, id]) => id?.startsWith("carte-a-"))).toBe(true);
});

test("cartogram: as many hexagons as communes, none on another", () => {
  const svg = renderSvg(maps.carteHexagones, {width: 720, idPrefix: "p"});
  const starts = [...svg.matchAll(/<path d="(M[^L]*)L/g)].map(([, start]) => start);
  expect(starts.length).toBeGreaterThanOrEqual(maps.communes.length);
  const cells = [...svg.matchAll(/<path d="(M[^"]*)"[^>]*data-tip/g)].map(([, path]) => path);
  expect(new Set(cells).size).toBe(maps.communes.length);
});

/** Attributes of the marks that have a tip, by tip. */
function readMarks(svg: string): Map<string, Record<string, string>> {
  return new Map(
    [...svg.matchAll(/<(?:rect|path)([^>]*)data-tip="([^"]*)"/g)].map(([, attributes = "", tip = ""]) => [
      tip,
      Object.fromEntries(
        [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
      )
    ])
  );
}

test("intervals: from bound to bound, in words at the end, in the order given; no mark inside", () => {
  const svg = renderSvg(tissu.intervalles, {width: 720, idPrefix: "p"});
  const marks = readMarks(svg);
  const first = marks.get(`Premier employeur${nbsp}: 4 à 9${nbsp}% (estimation)`);
  const ten = marks.get(`Dix premiers employeurs${nbsp}: 18 à 31${nbsp}% (estimation)`);
  // (31 − 18) / (9 − 4) = 2.6
  expect(Number(ten?.width) / Number(first?.width)).toBeCloseTo(2.6, 1);
  for (const text of [`4 à 9${nbsp}%`, `au moins 7${nbsp}%`, `au plus 24${nbsp}%`, "s"])
    expect(svg).toContain(`>${text}</text>`);
  expect(svg).not.toContain("<circle");
});

test("intervals: an open end is pale and has an arrow, a closed one has none", () => {
  const svg = renderSvg(tissu.intervalles, {width: 340, idPrefix: "p"});
  expect(svg.match(/fill-opacity="0.3"/g)).toHaveLength(2);
  expect(svg.match(/<path d="M[^"]*Z"/g)).toHaveLength(2);
});

test("columns: parts piled from zero, in proportion; provisional year hatched and said; rule and date named", () => {
  const svg = renderSvg(tissu.colonnes, {width: 720, idPrefix: "p"});
  const marks = readMarks(svg);
  const [activite, habitat, autres] = [
    `Activité, 2017${nbsp}: 18,9${nbsp}ha`,
    `Habitat, 2017${nbsp}: 9,1${nbsp}ha`,
    `Autres, 2017${nbsp}: 2,4${nbsp}ha`
  ].map((tip) => marks.get(tip));
  // 18.9 / 9.1 = 2.077; each part stands on the one before.
  expect(Number(activite?.height) / Number(habitat?.height)).toBeCloseTo(2.077, 2);
  expect(Number(habitat?.y) + Number(habitat?.height)).toBeCloseTo(Number(activite?.y), 1);
  expect(Number(autres?.y) + Number(autres?.height)).toBeCloseTo(Number(habitat?.y), 1);
  expect(marks.get(`Habitat, 2024${nbsp}: 3,1${nbsp}ha (valeur provisoire)`)?.fill).toBe(
    "url(#p-hachures-1)"
  );
  expect(svg).toContain(`>hachuré${nbsp}: provisoire</text>`);
  expect(svg).toContain("<tspan>Moyenne de 2011 à</tspan>");
  expect(svg).toContain(">labellisation, 9 novembre 2023</text>");
  for (const name of ["Activité", "Habitat", "Autres"]) expect(svg).toContain(`>${name}</text>`);
});

test("columns of one part: a value over each, and the sign of the missing year", () => {
  const svg = renderSvg(tissu.colonnesSimples, {width: 720, idPrefix: "p"});
  expect(svg).toContain(">1\u202f938</text>");
  expect(svg).toContain(">n.d.</text>");
  expect(svg).not.toContain(">1\u202f500</text>");
  // Too narrow for that: the axis comes back.
  expect(renderSvg(tissu.colonnesSimples, {width: 340, idPrefix: "p"})).toContain(">1\u202f500</text>");
});

test("points: area in proportion, shape and colour of the group, what has no place is counted and not drawn", () => {
  const svg = renderSvg(tissu.cartePoints, {width: 720, idPrefix: "p"});
  const marks = readMarks(svg);
  const radius = (tip: string) => Number(/a([\d.]+),/.exec(marks.get(tip)?.d ?? "")?.[1]);
  const large = radius(`Plasturgie de la Marne, Industrie${nbsp}: 300`);
  const small = radius(`Fonderie de Lizy, Industrie${nbsp}: 120`);
  // √(300 / 120) = 1.58
  expect(large / small).toBeCloseTo(1.58, 1);
  const other = marks.get(`Clinique de l’Ourcq, Autres services${nbsp}: 410`);
  expect(other?.fill).not.toBe(marks.get(`Fonderie de Lizy, Industrie${nbsp}: 120`)?.fill);
  expect(other?.d).not.toContain("a");
  expect(marks.size).toBe(11);
  expect(svg).not.toContain("Hors de la carte");
  expect(svg).toContain(`<tspan>2${nbsp}établissements sans position`);
});

test("stand-alone file: no variable left, title, source and mark of simulated data inside", () => {
  const svg = renderDownloadSvg(plain.barres, {title: plain.barres.title, source: sourceText(plain.barres)});
  expect(svg).not.toContain("var(--");
  expect(svg).toContain("Données simulées");
  expect(svg).toContain("Source");
  expect(svg).toContain("#0b5fa5");
  expectGolden("fichier.svg", svg.replaceAll("><", ">\n<"));
});

test("stand-alone files of the kinds of land and firms: hatches have ids of their own, no variable left", () => {
  for (const spec of Object.values(tissu)) {
    const svg = renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)});
    expect(svg).not.toContain("var(--");
    for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(` id="${id}"`);
  }
});

import type {FigureSpec} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {renderDownloadSvg, renderFragment, renderSvg, sourceText} from "../src/index.ts";
import {fragmentOptions, nbsp} from "./fixture-base.ts";
import {flux, gantt, puces} from "./fixtures-programme.ts";

const widths = [1100, 800, 340];
const evil = `<script>alert(1)</script>"'&`;

/** Attributes of the marks that have a tip, by tip. */
function readMarks(svg: string): Map<string, Record<string, string>> {
  return new Map(
    [...svg.matchAll(/<(?:rect|path)([^>]*)data-tip="([^"]*)"/g)].map(([, attributes = "", tip = ""]) => [
      tip.replaceAll("&#39;", "'"),
      Object.fromEntries(
        [...attributes.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
      )
    ])
  );
}

function markOf(svg: string, start: string): Record<string, string> {
  const found = [...readMarks(svg)].find(([tip]) => tip.startsWith(start));
  return found?.[1] ?? {};
}

function withRows(spec: FigureSpec, rows: FigureSpec["rows"]): FigureSpec {
  return {...spec, rows};
}

const draw = (spec: FigureSpec, width = 800) => renderSvg(spec, {width, idPrefix: "p"});

test.each(widths)(
  "gantt, %i px: a bar is as long as its days, the filled part as long as its share",
  (width) => {
    const svg = draw(gantt, width);
    const year = markOf(svg, "Ouvrir un atelier");
    const two = markOf(svg, "Réseau des bureaux");
    // 2025 has 365 days; 2025 and 2026 have 730. Both start on the same day.
    expect(Number(two.width) / Number(year.width)).toBeCloseTo(2, 2);
    expect(two.x).toBe(year.x);
    const filled = [...svg.matchAll(/<rect x="([\d.]+)"[^>]*? width="([\d.]+)"[^>]*pointer-events/g)].map(
      ([, x, wide]) => [x, Number(wide)] as const
    );
    expect(filled[0]?.[0]).toBe(year.x);
    expect((filled[0]?.[1] ?? 0) / Number(year.width)).toBeCloseTo(0.4, 2);
    expect((filled[1]?.[1] ?? 0) / Number(two.width)).toBeCloseTo(0.75, 2);
  }
);

test("gantt: today stands at its place between two years", () => {
  const svg = draw(gantt);
  const today = Number(/<line x1="([\d.]+)"[^>]*stroke="var\(--fig-text\)"/.exec(svg)?.[1]);
  const {x, width} = markOf(svg, "Réseau des bureaux");
  // From 1 January 2025 to 24 November 2026: 692 days of 730.
  expect((today - Number(x)) / Number(width)).toBeCloseTo(692 / 730, 2);
  expect(svg).toContain(">aujourd’hui</text>");
});

test("gantt: an absent date is open and said; no date at all is said and not drawn", () => {
  const svg = draw(gantt);
  for (const text of ["fin non planifiée", "début non planifié", "dates non planifiées"])
    expect(svg).toContain(`>${text}</text>`);
  expect([...readMarks(svg).keys()].filter((tip) => tip.startsWith("Requalifier"))).toEqual([]);
  expect([...readMarks(svg).keys()].some((tip) => tip.includes("fin non planifiée, réalisé à 10"))).toBe(
    true
  );
});

test("gantt: a share that is not known is hatched, a share of zero is not", () => {
  const svg = draw(gantt);
  expect(markOf(svg, "Visites d’usines").fill).toBe("url(#p-avancement-competences)");
  expect(markOf(svg, "École de production").fill).toBe("var(--fig-axe-competences)");
  expect(svg).toContain(' id="p-avancement-competences"');
  expect(svg).toContain(">avancement non renseigné</text>");
  expect([...svg.matchAll(/ id="([^"]*)"/g)].every(([, id]) => id?.startsWith("p-"))).toBe(true);
});

test("gantt: groups named by their axis, rows in their order, signs in words", () => {
  const svg = draw(gantt);
  const places = ["Innovation", "Transition écologique", "Compétences", "Foncier"].map((name) =>
    svg.indexOf(`>${name}</text>`)
  );
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const sign of ["en retard", "bloquée", "réalisée", "abandonnée"])
    expect(svg).toContain(`>${sign}</text>`);
});

test("gantt: months, quarters or years after the room there is", () => {
  const [first] = gantt.rows;
  const one = (from: string, to: string, today: string) =>
    ({...gantt, rows: [{...first, debut: from, fin: to}], today}) as FigureSpec;
  expect(draw(one("2026-01-01", "2026-06-30", "2026-03-01"))).toContain(">févr.</text>");
  expect(draw(one("2026-01-01", "2028-06-30", "2026-03-01"))).toContain(">T3</text>");
  expect(draw(one("2020-01-01", "2034-06-30", "2026-03-01"))).not.toContain(">T3</text>");
  expect(draw(one("2020-01-01", "2034-06-30", "2026-03-01"))).toContain(">2026</text>");
  expect(draw(one("2020-01-01", "2034-06-30", "2026-03-01"))).not.toContain(">2027</text>");
});

test("gantt: dates that are none, an end before the start and a share out of bounds leave a drawing", () => {
  const [first] = gantt.rows;
  const rows = [
    {...first, debut: "bientôt", fin: "2026-13-45", part: 140},
    {...first, debut: "2026-06-01", fin: "2026-01-01", part: -3}
  ];
  for (const today of ["2026-11-24", "", "hier"])
    for (const width of widths) {
      const svg = draw({...withRows(gantt, rows), today} as FigureSpec, width);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|width="-/);
      expect(svg).toContain("dates non planifiées");
    }
});

test.each(widths)("gantt, %i px: sixty rows never touch", (width) => {
  const rows = Array.from({length: 60}, (_, index) => ({...gantt.rows[index % 5], titre: `Action ${index}`}));
  const bars = [...draw(withRows(gantt, rows), width).matchAll(/<rect x="[\d.]+" y="([\d.]+)"[^>]*data-tip/g)]
    .map(([, y]) => Number(y))
    .sort((a, b) => a - b);
  expect(bars).toHaveLength(60);
  for (const [index, y] of bars.slice(1).entries()) expect(y - (bars[index] ?? 0)).toBeGreaterThan(20);
});

test.each(widths)("bullets, %i px: three bars from zero on one line, in proportion", (width) => {
  const svg = draw(puces, width);
  const [planned, committed, paid] = [
    `Innovation, Prévu${nbsp}: 1\u202f200\u202f000${nbsp}€`,
    `Innovation, Engagé${nbsp}: 600\u202f000${nbsp}€`,
    `Innovation, Payé${nbsp}: 300\u202f000${nbsp}€`
  ].map((tip) => readMarks(svg).get(tip));
  expect(Number(planned?.width) / Number(committed?.width)).toBeCloseTo(2, 1);
  expect(Number(planned?.width) / Number(paid?.width)).toBeCloseTo(4, 1);
  expect(new Set([planned?.x, committed?.x, paid?.x]).size).toBe(1);
  const middles = [planned, committed, paid].map((bar) => Number(bar?.y) + Number(bar?.height) / 2);
  expect(new Set(middles).size).toBe(1);
  expect(Number(planned?.height)).toBeGreaterThan(Number(committed?.height));
  expect(Number(committed?.height)).toBeGreaterThan(Number(paid?.height));
});

test("bullets: what is not known is said, zero is said as zero, neither is a bar", () => {
  const svg = draw(puces);
  expect(svg.match(/>non renseigné<\/text>/g)).toHaveLength(4);
  expect(svg.match(new RegExp(`fill="var\\(--fig-text\\)">0${nbsp}€</text>`, "g"))).toHaveLength(2);
  // 3 + 2 + 1 + 0 bars.
  expect(readMarks(svg).size).toBe(6);
  expect(draw(puces, 340)).toContain(`Payé${nbsp}: non renseigné`);
  for (const name of ["Prévu", "Engagé", "Payé"]) expect(svg).toContain(`>${name}</text>`);
});

test("flows: ribbons as thick as their amounts, in the colour of their axis", () => {
  for (const width of widths) {
    const svg = draw(flux, width);
    const marks = readMarks(svg);
    const state = marks.get(`État (fonds vert) → Transition écologique${nbsp}: 900\u202f000${nbsp}€`);
    const firms = marks.get(`Entreprises → Innovation${nbsp}: 150\u202f000${nbsp}€`);
    // 900 / 150 = 6
    expect(Number(state?.["stroke-width"]) / Number(firms?.["stroke-width"])).toBeCloseTo(6, 1);
    expect(state?.stroke).toBe("var(--fig-axe-transition)");
    expect(firms?.stroke).toBe("var(--fig-axe-innovation)");
  }
});

test("flows: an amount that is not known is counted, not drawn, and makes the total a minimum", () => {
  const svg = draw(flux);
  expect([...readMarks(svg).keys()].some((tip) => tip.includes("Meaux → Innovation"))).toBe(false);
  expect(svg).toContain(`1${nbsp}montant non renseigné, non dessiné`);
  expect(svg).toContain(`au moins${nbsp}750\u202f000${nbsp}€`);
});

test("flows: past a dozen nodes the smallest sources are « autres », and nothing is lost", () => {
  const rows = Array.from({length: 20}, (_, index) => ({
    financeur: `Financeur ${index + 1}`,
    axe: ["innovation", "transition", "competences", "foncier"][index % 4] ?? "",
    montant: 1000 * (20 - index)
  }));
  const svg = draw(withRows(flux, rows));
  const nodes = [...readMarks(svg).keys()].filter((tip) => !tip.includes("→"));
  expect(nodes).toHaveLength(12);
  // 13 + 12 + … + 1 thousand.
  expect(nodes).toContain(`autres (13)${nbsp}: 91\u202f000${nbsp}€`);
  expect(nodes).toContain(`Financeur 1${nbsp}: 20\u202f000${nbsp}€`);
  expect(nodes.some((tip) => tip.startsWith(`Financeur 8${nbsp}`))).toBe(false);
});

test("flows: many targets too are grouped; the same name on both sides makes no loop", () => {
  const rows = Array.from({length: 400}, (_, index) => ({
    financeur: `N ${index % 20}`,
    axe: `N ${Math.floor(index / 20)}`,
    montant: 1 + ((index * 37) % 100)
  }));
  const svg = draw(withRows(flux, rows), 340);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect([...readMarks(svg).keys()].filter((tip) => !tip.includes("→")).length).toBeLessThanOrEqual(12);
});

test.each([gantt, puces, flux].map((spec) => [spec.kind, spec] as const))(
  "%s: hostile text is escaped, on the page and in the file",
  (_, spec) => {
    const texts = spec.columns.filter(({type}) => type === "texte").map(({name}) => name);
    const rows = spec.rows.map((row) => ({...row, ...Object.fromEntries(texts.map((name) => [name, evil]))}));
    const hostile = {
      ...withRows(spec, rows),
      columns: spec.columns.map((column) => ({...column, label: evil}))
    };
    expect(renderFragment(hostile, fragmentOptions)).not.toContain("<script");
    const file = renderDownloadSvg(spec, {title: spec.title, source: sourceText(spec)});
    expect(file).not.toContain("var(--");
    for (const [, id] of file.matchAll(/url\(#([^)]*)\)/g)) expect(file).toContain(` id="${id}"`);
  }
);

test.each([gantt, puces, flux].map((spec) => [spec.kind, spec] as const))(
  "%s: a column that is not declared is named in the error",
  (_, spec) => {
    const {columns} = spec;
    expect(() => draw({...spec, columns: columns.slice(0, -1)})).toThrow("une colonne");
  }
);

import type {FigureSpec} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {renderFragment, renderSvg} from "../src/index.ts";
import {fragmentOptions} from "./fixture-base.ts";
import * as plain from "./fixtures.ts";
import * as maps from "./fixtures-map.ts";
import * as programme from "./fixtures-programme.ts";
import * as tissu from "./fixtures-tissu.ts";

const all: FigureSpec[] = [
  ...Object.values(plain),
  ...Object.values(tissu),
  ...Object.values(programme),
  maps.carteContours,
  maps.carteHexagones,
  maps.carteSymboles
];

function changeRows(spec: FigureSpec, change: (rows: FigureSpec["rows"]) => FigureSpec["rows"]): FigureSpec {
  return {...spec, rows: change(spec.rows)};
}

function numbersTo(spec: FigureSpec, value: number | null): FigureSpec {
  const numeric = spec.columns.filter(({type}) => type === "nombre").map(({name}) => name);
  return changeRows(spec, (rows) =>
    rows.map((row) => ({
      ...row,
      ...Object.fromEntries(numeric.map((name) => [name, value])),
      statut: value === null ? "secret" : "connu"
    }))
  );
}

test.each(all.map((spec) => [spec.id, spec] as const))(
  "%s: one row, all null, all zero, all negative",
  (_, spec) => {
    const versions = [
      changeRows(spec, (rows) => rows.slice(0, 1)),
      numbersTo(spec, null),
      numbersTo(spec, 0),
      numbersTo(spec, -12),
      changeRows(spec, () => [])
    ];
    for (const version of versions) {
      const html = renderFragment(version, fragmentOptions);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
      expect(html).toContain("<figure");
    }
  }
);

test("all values secret: the drawing says why it is empty", () => {
  expect(renderSvg(numbersTo(plain.lignes, null), {width: 720, idPrefix: "p"})).toContain(
    "secret statistique"
  );
});

test("very long labels are wrapped, never wider than the drawing", () => {
  const label =
    "Fabrication de produits informatiques, électroniques et optiques, réparation et installation de machines".repeat(
      3
    );
  const spec = changeRows(plain.barres, (rows) => rows.map((row) => ({...row, territoire: label})));
  const svg = renderSvg(spec, {width: 320, idPrefix: "p"});
  for (const [, line] of svg.matchAll(/<tspan[^>]*>([^<]*)/g)) expect((line ?? "").length).toBeLessThan(60);
});

test("negative bars go left of zero with a true minus sign", () => {
  const [first, second] = plain.barres.rows;
  const spec = changeRows(plain.barres, () => [
    {...first!, part: 4},
    {...second!, part: -4}
  ]);
  const svg = renderSvg(spec, {width: 720, idPrefix: "p"});
  const xs = [...svg.matchAll(/<rect[^>]* x="([\d.]+)"[^>]*data-tip/g)].map(([, x]) => Number(x));
  expect(xs).toHaveLength(2);
  expect(xs[0]).toBeGreaterThan(xs[1] ?? 0);
  expect(svg).toContain(">−4,0\u00a0%</text>");
});

test("text of the data is escaped everywhere", () => {
  const evil = "<script>alert(1)</script>\"'&";
  const spec = changeRows(
    {...plain.barres, title: evil, subtitle: evil, reading: evil, alt: evil, limits: [evil]},
    (rows) => rows.map((row) => ({...row, territoire: evil}))
  );
  expect(renderFragment(spec, fragmentOptions)).not.toContain("<script");
});

test("a column that the figure does not declare is named in the error", () => {
  const spec = {...plain.cascade, value: "absente"} as FigureSpec;
  expect(() => renderSvg(spec, {width: 720, idPrefix: "p"})).toThrow("une colonne « absente »");
});

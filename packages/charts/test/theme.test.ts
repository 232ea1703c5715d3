import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {palette} from "../src/index.ts";

const css = readFileSync(new URL("../theme.css", import.meta.url), "utf8");

const tokens = readFileSync(new URL("../../../apps/site/src/style/tokens.css", import.meta.url), "utf8");

function readBlock(start: string): Record<string, string> {
  const text = css.slice(css.indexOf(start));
  const block = text.slice(0, text.indexOf("}"));
  return Object.fromEntries(
    [...block.matchAll(/(--fig-[a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
  );
}

const light = readBlock(":root {");
const dark = readBlock(':root[data-theme="dark"] {');

/** WCAG 2.1 contrast of two hexadecimal colours. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [high = 0, low = 0] = [luminance(a ?? ""), luminance(b ?? "")].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("the palette of the files is the light theme; dark names every colour, in both ways of asking for it", () => {
  expect(light).toEqual(palette);
  expect(Object.keys(dark)).toEqual(Object.keys(palette));
  expect(readBlock(':root:not([data-theme="light"]) {')).toEqual(dark);
});

test.each([
  ["light", light],
  ["dark", dark]
] as const)("%s: texts ≥ 4.5, graphics ≥ 3", (_, theme) => {
  const surface = theme["--fig-surface"];
  for (const name of ["text", "muted", "accent", "contrary", "grey-1", "warn"])
    expect(contrast(theme[`--fig-${name}`], surface), name).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme["--fig-warn"], theme["--fig-warn-soft"]), "warn-soft").toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme["--fig-muted"], theme["--fig-grid"]), "muted on grid").toBeGreaterThanOrEqual(4.5);
  for (const name of ["rule", "grey-2", "grey-3", "accent", "contrary"])
    expect(contrast(theme[`--fig-${name}`], surface), name).toBeGreaterThanOrEqual(3);
  for (const name of ["class-1", "class-2", "class-3", "low-1", "middle", "high-1"])
    expect(contrast(theme[`--fig-${name}`], theme["--fig-ink"]), name).toBeGreaterThanOrEqual(4.5);
  for (const name of ["class-4", "class-5", "low-2", "high-2", "accent"])
    expect(contrast(theme[`--fig-${name}`], theme["--fig-ink-inverse"]), name).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["light", light],
  ["dark", dark]
] as const)("%s: the axes are read as texts, and have the colours of the site", (name, theme) => {
  const start = name === "light" ? ":root {" : ':root[data-theme="dark"] {';
  const block = tokens.slice(tokens.indexOf(start));
  for (const axe of ["innovation", "transition", "competences", "foncier"]) {
    const colour = theme[`--fig-axe-${axe}`];
    expect(contrast(colour, theme["--fig-surface"]), axe).toBeGreaterThanOrEqual(4.5);
    expect(new RegExp(`--axe-${axe}: (#[0-9a-f]{6});`).exec(block)?.[1], axe).toBe(colour);
  }
});

test.each([
  ["light", light],
  ["dark", dark]
] as const)("%s: accent and greys differ in lightness, for greyscale", (_, theme) => {
  const steps = ["class-1", "class-2", "class-3", "class-4", "class-5"].map((name) =>
    luminance(theme[`--fig-${name}`] ?? "")
  );
  const sorted = [...steps].sort((a, b) => a - b);
  expect(theme === light ? [...steps].reverse() : steps).toEqual(sorted);
});

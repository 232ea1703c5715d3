import {expect, test} from "vitest";
import {
  fold,
  formatCell,
  formatCsvNumber,
  formatDate,
  formatDuration,
  formatInterval,
  formatNumber,
  formatPeriod,
  formatRounded,
  formatValue
} from "./format.ts";

test("thousands take U+202F, decimals a comma, minus is U+2212", () => {
  expect(formatNumber(1234567.891, {decimals: 1})).toBe("1\u202f234\u202f567,9");
  expect(formatNumber(-12.5, {decimals: 1})).toBe("\u221212,5");
  expect(formatNumber(3, {signed: true})).toBe("+3");
});

test("what rounds to zero has no sign", () => {
  expect(formatNumber(-0.04, {decimals: 1})).toBe("0,0");
  expect(formatNumber(0.04, {decimals: 1, signed: true})).toBe("0,0");
});

test("units bring their suffix; a difference of percentages is in points", () => {
  expect(formatValue(12.34, "pct", {decimals: 1})).toBe("12,3\u00a0%");
  expect(formatValue(2.1, "points", {decimals: 1})).toBe("+2,1\u00a0points");
  expect(formatValue(1.96, "points", {decimals: 1})).toBe("+2,0\u00a0points");
  expect(formatValue(-1.9, "points", {decimals: 1})).toBe("\u22121,9\u00a0point");
});

test("units of land and prices: long in sentences, short where the value is repeated", () => {
  expect(formatValue(1234.5, "ha", {decimals: 1})).toBe("1\u202f234,5\u00a0ha");
  expect(formatValue(3.2, "m2_habitant", {decimals: 1})).toBe("3,2\u00a0m² par habitant");
  expect(formatValue(3.2, "m2_habitant", {decimals: 1, short: true})).toBe("3,2\u00a0m²/hab.");
  expect(formatValue(410, "m2_emploi", {short: true})).toBe("410\u00a0m²/emploi");
  expect(formatValue(1250, "eur_m2", {short: true})).toBe("1\u202f250\u00a0€/m²");
  expect(formatValue(87.4, "pour_100")).toBe("87");
});

test("an interval has its unit once, and says which bound is unknown", () => {
  expect(formatInterval(12, 25, "pct")).toBe("12 à 25\u00a0%");
  expect(formatInterval(1200, 2500, "emplois")).toBe("1\u202f200 à 2\u202f500");
  expect(formatInterval(12, null, "pct")).toBe("au moins 12\u00a0%");
  expect(formatInterval(null, 25, "pct")).toBe("au plus 25\u00a0%");
  expect(formatInterval(12, 12, "pct", {decimals: 1})).toBe("12,0\u00a0%");
  expect(formatInterval(null, null, "pct")).toBeNull();
});

test("bounds are rounded outwards, and say nothing when they bound nothing", () => {
  expect(formatInterval(2.9, 7.1, "pct")).toBe("2 à 8\u00a0%");
  expect(formatInterval(12.01, 12.02, "pct", {decimals: 1})).toBe("12,0 à 12,1\u00a0%");
  expect(formatInterval(0.6, 2.2, "pct")).toBe("au plus 3\u00a0%");
  expect(formatInterval(41.5, 99.3, "pct")).toBe("au moins 41\u00a0%");
  // 0.07 × 100 is 7.000000000000001 in binary: still 7.
  expect(formatInterval(3, 0.07 * 100, "pct")).toBe("3 à 7\u00a0%");
});

test("missing, secret and zero are three different cells", () => {
  expect(formatCell(0, "connu", "emplois")).toBe("0");
  expect(formatCell(null, "secret", "emplois")).toBe("s");
  expect(formatCell(null, "non_disponible", "emplois")).toBe("n.d.");
  expect(formatCell(12, "minimum", "emplois")).toBe("≥\u00a012");
});

test("sentences take at most three significant figures", () => {
  expect(formatRounded(30214)).toBe("30\u202f200");
  expect(formatRounded(154680)).toBe("155\u202f000");
  expect(formatRounded(87)).toBe("87");
});

test("dates and periods have exact bounds", () => {
  expect(formatDate("2023-11-09")).toBe("9\u00a0novembre 2023");
  expect(formatDate("2026-01-01")).toBe("1er\u00a0janvier 2026");
  expect(formatPeriod("2015-12-31", "2025-12-31")).toBe("du 31\u00a0décembre 2015 au 31\u00a0décembre 2025");
});

test("spreadsheets get a decimal comma and nothing else", () => {
  expect(formatCsvNumber(-1234.5)).toBe("-1234,5");
});

test("search ignores accents, case and punctuation", () => {
  expect(fold("L'Haÿ-les-Roses")).toBe("l hay les roses");
  expect(fold("Œuilly")).toBe("oeuilly");
});

test("a duration keeps two units at most", () => {
  const spaced = (ms: number) => formatDuration(ms).replaceAll("\u00a0", " ");
  expect([400, 12_400, 185_000, 4_325_000].map(spaced)).toEqual([
    ...["moins d'une seconde", "12 s", "3 min 05 s", "1 h 12 min"]
  ]);
});

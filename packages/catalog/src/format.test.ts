import {expect, test} from "vitest";
import {
  fold,
  formatCell,
  formatCsvNumber,
  formatDate,
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

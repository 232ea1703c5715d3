import type {Snapshot, Source} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {ageOf, expectedBefore, failingSentence, lateSentence, staleSentence} from "./freshness.ts";

const source = {freshness: {warnAfterDays: 530, errorAfterDays: 600}} as Source;
const snapshot = {vintage: "31 décembre 2025", vintageDate: "2025-12-31"} as Snapshot;

test("a source is measured from the date its vintage bears on, not from its collection", () => {
  // 31 December 2025 + 530 days = 14 June 2027.
  expect(expectedBefore(source, snapshot)).toBe("2027-06-14");
  expect(ageOf(source, snapshot, "2027-06-14")).toEqual({days: 530, state: "a_jour"});
  expect(ageOf(source, snapshot, "2027-06-15").state).toBe("en_retard");
  expect(ageOf(source, snapshot, "2027-08-24").state).toBe("perimee");
});

const nbsp = "\u00a0";

test("a late source says what its data are of and since when more was due; one on time says nothing", () => {
  expect(lateSentence(source, snapshot, "2027-06-14")).toBeNull();
  expect(lateSentence(source, snapshot, "2027-06-15")).toBe(
    `Données au 31${nbsp}décembre 2025, édition suivante attendue depuis le 14${nbsp}juin 2027.`
  );
});

test("past its last limit a source is told stale, in the same words every day", () => {
  const stale = `Données au 31${nbsp}décembre 2025, périmées depuis le 23${nbsp}août 2027.`;
  expect(staleSentence(source, snapshot)).toBe(stale);
  expect(lateSentence(source, snapshot, "2027-08-24")).toBe(stale);
  expect(lateSentence(source, snapshot, "2028-01-01")).toBe(stale);
});

test("a failing source says the date of its data and the first day of the failures", () => {
  expect(failingSentence(snapshot, {since: "2026-11-24T06:12:00Z"})).toBe(
    `Données au 31${nbsp}décembre 2025, actualisation en échec depuis le 24${nbsp}novembre 2026.`
  );
});

test("a vintage that is a day of publication is told as one", () => {
  const list = {vintage: "liste du 21 août 2026", vintageDate: "2026-08-21"} as Snapshot;
  expect(failingSentence(list, {since: "2026-12-01"})).toBe(
    `Données au 21${nbsp}août 2026 (date de publication), actualisation en échec depuis le 1er${nbsp}décembre 2026.`
  );
  const code = {vintage: "COG 2026", vintageDate: "2026-01-01"} as Snapshot;
  expect(failingSentence(code, {since: "2026-12-01"})).toContain(`Données au 1er${nbsp}janvier 2026, actu`);
});

import type {Snapshot, Source} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {ageOf, expectedBefore, lateSentence} from "./freshness.ts";

const source = {freshness: {warnAfterDays: 530, errorAfterDays: 600}} as Source;
const snapshot = {vintage: "31 décembre 2025", vintageDate: "2025-12-31"} as Snapshot;

test("a source is measured from the date its vintage bears on, not from its collection", () => {
  // 31 December 2025 + 530 days = 14 June 2027.
  expect(expectedBefore(source, snapshot)).toBe("2027-06-14");
  expect(ageOf(source, snapshot, "2027-06-14")).toEqual({days: 530, state: "a_jour"});
  expect(ageOf(source, snapshot, "2027-06-15").state).toBe("en_retard");
  expect(ageOf(source, snapshot, "2027-08-24").state).toBe("perimee");
});

test("a late source says its vintage, its age and its limit; one on time says nothing", () => {
  expect(lateSentence(source, snapshot, "2026-11-23")).toBeNull();
  expect(lateSentence(source, snapshot, "2027-06-15")).toMatch(
    /31 décembre 2025 », vieux de 531 jours pour une limite de 530/
  );
});

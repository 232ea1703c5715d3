import type {FigureSpec} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {toCsv, toJson} from "../src/index.ts";
import * as plain from "./fixtures.ts";

test("machine CSV: column names, comma, point, full precision", () => {
  const lines = toCsv(plain.barres, {locale: "machine"}).split("\r\n");
  expect(lines[0]).toBe("territoire,part,role,statut,nature,fraicheur");
  expect(lines[2]).toBe("Seine-et-Marne,10.87,comparaison,connu,simulee,a_jour");
  expect(lines[5]).toBe("Zone d’emploi de Meaux,,pair,secret,simulee,a_jour");
});

test("French CSV: mark, labels, semicolon, decimal comma", () => {
  const text = toCsv(plain.barres, {locale: "fr"});
  expect(text.startsWith("\ufeffTerritoire;Part de l’industrie;Rôle;statut;nature;fraicheur\r\n")).toBe(true);
  expect(text).toContain("Seine-et-Marne;10,87;comparaison;connu;simulee;a_jour");
});

test("a separator is quoted, a formula is made a text", () => {
  const rows = [{territoire: '=1+1;"x"', part: -2.5, role: "pair"}];
  const line = toCsv({...plain.barres, rows} as FigureSpec, {locale: "fr"}).split("\r\n")[1];
  expect(line).toBe(`"'=1+1;""x""";-2,5;pair;connu;simulee;a_jour`);
});

test("JSON: rows at full precision with unit, period, sources, licence and simulated", () => {
  const value = JSON.parse(toJson(plain.barres));
  expect(value.lignes[1]).toEqual({
    territoire: "Seine-et-Marne",
    part: 10.87,
    role: "comparaison",
    statut: "connu"
  });
  expect(value.lignes[4].part).toBeNull();
  expect(value.colonnes[1]).toMatchObject({nom: "part", unite: "pct"});
  expect(value).toMatchObject({simule: true, periode: {debut: "2024-12-31"}, licence: {id: "odbl-1.0"}});
  expect(value.sources[0].sha256).toHaveLength(64);
});

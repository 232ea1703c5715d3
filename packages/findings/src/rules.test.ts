import {expect, test} from "vitest";
import {compareRate, compareShare, readChange, tellChange, tellOtherChange} from "./compare.ts";
import {contrasted as c} from "./contrasted-territoires.ts";
import {
  countOf,
  emplois,
  formatChange,
  formatMinimumShare,
  formatPoints,
  formatShare,
  quantity
} from "./quantity.ts";
import {
  isComparable,
  isTooSmall,
  keepComparable,
  readMesure,
  roundSignificant,
  roundTenth,
  subtractPrinted
} from "./rules.ts";

const france = (valeur: number | null) => ({territoire: c.france, valeur: valeur as number});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("comparable needs two known values on two perimeters", () => {
  const meaux = {territoire: c.meaux, valeur: 12};
  expect(isComparable(meaux, france(14))).toBe(true);
  expect(isComparable(meaux, france(null))).toBe(false);
  expect(isComparable(meaux, {...france(14), statut: "minimum"})).toBe(false);
  expect(isComparable(meaux, {...france(14), effectif: 12})).toBe(false);
  expect(isComparable(meaux, {territoire: c.meaux, valeur: 14})).toBe(false);
});

test("a TI of one EPCI is not compared with this EPCI", () => {
  const ti = {territoire: c.monoEpciTi, valeur: 12.5};
  expect(isComparable(ti, {territoire: c.monoEpci, valeur: 12.5})).toBe(false);
  expect(
    keepComparable(ti, [{territoire: c.monoEpci, valeur: 12.5}, france(14)]).map((r) => r.territoire.nom)
  ).toEqual(["France"]);
});

test("50 jobs and 5 establishments are the least one comments", () => {
  expect(isTooSmall({emplois: 49.9})).toBe(true);
  expect(isTooSmall({emplois: 50, etablissements: 5})).toBe(false);
  expect(isTooSmall({etablissements: 4})).toBe(true);
  expect(isTooSmall({emplois: null})).toBe(false);
});

test("missing, impossible and empty minimum values are missing", () => {
  expect(readMesure({valeur: null}).value).toBeNull();
  expect(readMesure({valeur: Number.NaN}).statut).toBe("non_disponible");
  expect(readMesure({valeur: 12, statut: "secret"})).toEqual({value: null, statut: "secret"});
  expect(readMesure({valeur: 130}, [0, 100]).value).toBeNull();
  expect(readMesure({valeur: 0, statut: "minimum"}).value).toBeNull();
});

test("rounding: halves away from zero, no −0, a minimum is rounded down", () => {
  expect([roundTenth(-0.25), roundTenth(-0.04), roundTenth(0.25)]).toEqual([-0.3, 0, 0.3]);
  expect([roundSignificant(30_250), roundSignificant(1236, {down: true}), roundSignificant(7)]).toEqual([
    30_300, 1230, 7
  ]);
  // 12,44 prints 12,4 and 12,36 prints 12,4: the reader finds 0, not 0,08.
  expect(subtractPrinted(12.44, 12.36)).toBe(0);
});

test.each([
  [12.4, 14.5, "2,1 points de moins qu'en France (14,5 %)"],
  [14.5, 12.7, "1,8 point de plus qu'en France (12,7 %)"],
  [12, 11.2, "légèrement plus qu'en France (11,2 %)"],
  [12.4, 12.9, "une part comparable à celle observée en France (12,9 %)"],
  [12.4, 12.4, "une part comparable à celle observée en France (12,4 %)"]
])("share %d against %d", (own, there, expected) => {
  expect(plain(compareShare(own, france(there)))).toBe(expected);
});

test.each([
  [1.2, 0.8, "plus vite qu'en France (+0,8 % par an)"],
  [0.5, 0.8, "moins vite qu'en France (+0,8 % par an)"],
  [0.85, 0.8, "un rythme proche de celui observé en France (+0,8 % par an)"],
  [-2, -0.5, "un recul plus rapide qu'en France (−0,5 % par an)"],
  [-0.5, -2, "un recul plus lent qu'en France (−2 % par an)"],
  [-0.5, 0.8, "contre +0,8 % par an en France"],
  [0, 0.8, "contre +0,8 % par an en France"]
])("rate %d against %d", (own, there, expected) => {
  expect(plain(compareRate(own, france(there)))).toBe(expected);
});

test.each([
  [4.2, 12.1, "a gagné 4,2 %, contre 12,1 % en France"],
  [-5, -10, "a perdu 5 %, contre 10 % en France"],
  [-5, 12, "a perdu 5 %, contre une hausse de 12 % en France"],
  [12, -3, "a gagné 12 %, contre une baisse de 3 % en France"],
  [4.2, 4.24, "a gagné 4,2 %, autant qu'en France"],
  [0.4, 0.6, "a peu varié (+0,4 %), comme en France (+0,6 %)"],
  [340, 12, "a été multiplié par 4,4, contre une hausse de 12 % en France"]
])("change of %d over 19 years against %d", (own, there, expected) => {
  const change = readChange(own, 19);
  expect(plain(`${tellChange(change)}, ${tellOtherChange(change, readChange(there, 19), "en France")}`)).toBe(
    expected
  );
});

test("quantities: at most three significant figures, and words for nothing", () => {
  const texts = [0, 0.3, 1, 3, 999, 30_214, 20_123_456].map((n) => plain(quantity(n, emplois)));
  expect(texts).toEqual([
    "aucun emploi salarié privé",
    "moins d'un emploi salarié privé",
    "1 emploi salarié privé",
    "3 emplois salariés privés",
    "999 emplois salariés privés",
    "environ 30 200 emplois salariés privés",
    "environ 20,1 millions d'emplois salariés privés"
  ]);
  expect(plain(quantity(1236, emplois, {minimum: true}))).toBe("au moins 1 230 emplois salariés privés");
  expect(plain(countOf(1_500_000, emplois))).toBe("1,5 million d'emplois salariés privés");
});

test("percentages, changes and points", () => {
  expect([0, 0.04, 12, 12.44, 99.97, 100].map(formatShare).map(plain)).toEqual([
    "0 %",
    "moins de 0,1 %",
    "12 %",
    "12,4 %",
    "plus de 99,9 %",
    "100 %"
  ]);
  expect([2.14, -0.3, 0.04, -0.04].map(formatChange).map(plain)).toEqual(["+2,1 %", "−0,3 %", "0 %", "0 %"]);
  // Only a part is known: rounded down.
  expect([12.39, 0.04].map(formatMinimumShare).map(plain)).toEqual(["au moins 12,3 %", "plus de 0 %"]);
  // 1,96 prints 2: plural.
  expect([1.8, 1.96, -3.2].map(formatPoints).map(plain)).toEqual(["1,8 point", "2 points", "3,2 points"]);
});

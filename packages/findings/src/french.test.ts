import {expect, test} from "vitest";
import {agree, formatOrdinal, joinFr} from "./agree.ts";
import {bannedWords, findBannedWords, hasBannedWords} from "./banned-words.ts";
import {contractDe, elide} from "./elide.ts";
import {nameSecteur} from "./name-secteur.ts";
import {typography} from "./typography.ts";

test("plural starts at 2 in French", () => {
  expect([0, 1, 1.9, 2, -1.5, -2].map((n) => agree(n, "point", "points"))).toEqual([
    "point",
    "point",
    "point",
    "points",
    "point",
    "points"
  ]);
});

test("lists and ordinals", () => {
  expect([joinFr([]), joinFr(["a"]), joinFr(["a", "b"]), joinFr(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a et b",
    "a, b et c"
  ]);
  expect([formatOrdinal(1), formatOrdinal(1, "f"), formatOrdinal(12)]).toEqual(["1er", "1re", "12e"]);
});

test("elision before a vowel, a mute y, an accent; not before h", () => {
  expect(elide("que", "en France")).toBe("qu'en France");
  expect(elide("que", "à Meaux")).toBe("qu'à Meaux");
  expect(elide("de", "Yvetot")).toBe("d'Yvetot");
  expect(elide("de", "Haguenau")).toBe("de Haguenau");
  expect(elide("de", "Évry")).toBe("d'Évry");
});

test("every noun of a sector contracts", () => {
  expect(contractDe(nameSecteur("CC", "").le)).toBe("du bois, du papier et de l'imprimerie");
  expect(contractDe(nameSecteur("QA", "").le)).toBe("des activités de santé");
  expect(contractDe(nameSecteur("industrie", "Industrie").le)).toBe("de l'industrie");
});

test("sectors agree: l'industrie pèse, les autres services pèsent; an unknown code keeps its label", () => {
  expect(nameSecteur("industrie", "").pluriel).toBe(false);
  expect(nameSecteur("autres_services", "").pluriel).toBe(true);
  expect(nameSecteur("GZ", "").pluriel).toBe(true);
  expect(nameSecteur("02", "Sylviculture")).toEqual({
    le: "le secteur «\u00a0Sylviculture\u00a0»",
    court: "Sylviculture",
    pluriel: false
  });
});

test("spaces of French typography, once and for all", () => {
  const text = typography("L’emploi : « stable » ;  12 % ? Oui !");
  expect(text).toBe("L'emploi\u00a0: «\u00a0stable\u00a0»\u00a0; 12\u00a0%\u00a0? Oui\u00a0!");
  expect(typography(text)).toBe(text);
  expect(typography("https://exemple.fr à 12:30")).toBe("https://exemple.fr à 12:30");
});

test("causal words are found whatever the case and accents", () => {
  expect(hasBannedWords("L'emploi progresse GRÂCE AU programme")).toBe(true);
  expect(findBannedWords("l’impact de l'aide a permis")).toEqual(["a permis", "impact de"]);
  expect(hasBannedWords("un effet local associé à la période, sur la même période")).toBe(false);
  expect(bannedWords.every((word) => hasBannedWords(word))).toBe(true);
});

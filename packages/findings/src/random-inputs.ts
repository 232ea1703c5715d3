import type {Statut, Territoire} from "@observatoire/catalog";
import {contrasted} from "./contrasted-territoires.ts";
import * as f from "./index.ts";

/** Random inputs from a fixed seed (mulberry32): the same cases at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const random = createRandom(77);
export const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
export const places: readonly Territoire[] = Object.values(contrasted);
export const statuts: readonly Statut[] = [
  "connu",
  "connu",
  "connu",
  "provisoire",
  "estime",
  "minimum",
  "secret",
  "non_disponible",
  "non_applicable"
];
export const periodes = [
  {from: "2006-12-31", to: "2025-12-31"},
  {from: "2024-12-31", to: "2025-12-31"},
  {from: "2025-12-31", to: "2025-12-31"},
  {from: "2025-12-31", to: "2006-12-31"}
];
const odd = [
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  0,
  -0,
  1,
  0.04,
  0.15,
  2.5,
  3,
  49.99,
  50,
  99.96,
  100,
  104.2,
  -0.05,
  -1,
  -100,
  -250
];
export const value = (scale: number) => (random() < 0.4 ? pick(odd) : (random() * 2 - 0.6) * scale);
export const measure = (scale: number) => ({valeur: value(scale), statut: pick(statuts)});
export const known = (scale: number) => ({valeur: (random() * 2 - 0.7) * scale, statut: "connu" as const});
export const reference = (scale: number): f.Reference => ({
  territoire: pick(places),
  ...(random() < 0.7 ? known(scale) : measure(scale)),
  ...(random() < 0.2 && {effectif: value(100)})
});
export const references = (scale: number) =>
  Array.from({length: Math.floor(random() * 4)}, () => reference(scale));
export const subject = (scale: number) => ({
  territoire: pick(places),
  periode: pick(periodes),
  ...(random() < 0.6 ? known(scale) : measure(scale))
});
export const jobs = () =>
  random() < 0.7 ? Math.round(random() * 40_000) : pick([0, 1, 3, 12, 49, 50, null]);
export const change = () => ({...measure(3), periode: pick(periodes), effectif: jobs()});

const wrong: readonly [string, RegExp][] = [
  ["a value that is none", /NaN|null|undefined|Infinity|∞/],
  ["double spaces", / {2}|\s\s/],
  ["an ASCII space before : ; ? ! % »", / [:;?!%»]/],
  ["a missing contraction", /\b(?:de|à) (?:le|les) /],
  ["a missing elision", /(?:^|[\s(])(?:de|que|ne|le|la) (?:[aeiouàâéèêîôœ]|[AEÉÎO])/],
  ["a minus zero", /[−+-]0(?![,\d])/],
  ["a stop before a stop", /\.\.|,,| ,| \./],
  ["a twisted apostrophe", /’/],
  ["nothing counted twice", /au moins aucun|environ aucun|au moins moins|au moins environ/]
];

/** What is wrong with a text, in words; empty when it is sound. */
export function findFaults(text: string): string[] {
  const faults = wrong.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
  return [...faults, ...f.findBannedWords(text)];
}
/** Faults of the texts of a finding, in words; empty when they are sound. */
export function findFindingFaults({title, reading, alt, comparison}: f.Finding): string[] {
  const faults: string[] = [];
  for (const text of [title, reading, alt, comparison ?? "rien"]) {
    faults.push(...findFaults(text).map((fault) => `${fault}: ${text}`));
    if (text.length < 3) faults.push(`too short: ${text}`);
  }
  if (!/^[\p{Lu}\d].*[^.]$/u.test(title)) faults.push(`title: ${title}`);
  for (const text of [reading, alt]) if (!/^[\p{Lu}\d].*\.$/u.test(text)) faults.push(`sentence: ${text}`);
  return faults;
}

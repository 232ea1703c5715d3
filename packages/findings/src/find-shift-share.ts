import type {Territoire} from "@observatoire/catalog";
import {findAbsence, findOneDate, findSelf, findTooSmall} from "./describe-absence.ts";
import {elide} from "./elide.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, formatYears, isOneDate} from "./periode.ts";
import {countOf, emplois, type Mots, quantity} from "./quantity.ts";
import {isTooSmall, roundSignificant} from "./rules.ts";

export interface ShiftShareInput {
  territoire: Territoire;
  periode: Periode;
  reference: Territoire;
  /** Level at which sectors are taken ("A38"): it changes the split. */
  nomenclature: string;
  /** Jobs at the start of the period. */
  emploiDebut: number | null;
  /** The three effects, in jobs; their sum is the change. Null when they cannot be computed. */
  national: number | null;
  structurel: number | null;
  local: number | null;
  /** Jobs at the start below which nothing is said, when more than the general rule. */
  seuil?: number;
}

const jobs: Mots = {singular: "emploi", plural: "emplois"};
const privateJobs: Mots = {singular: "emploi privé", plural: "emplois privés"};

/** National, structural and local effects: what happened, what the reference's pace would have given, and the gap. */
export function findShiftShare(input: ShiftShareInput): Finding {
  const {territoire, periode, reference, emploiDebut, nomenclature} = input;
  const nom = nameTerritoire(territoire);
  const effects = [input.national, input.structurel, input.local];
  const self = reference.niveau === territoire.niveau && reference.code === territoire.code;
  const what = `la décomposition de l'évolution de l'emploi ${nom.dici}`;
  if (isOneDate(periode)) return findOneDate(what);
  const bounds = formatBounds(periode);
  if (self) return findSelf(`la décomposition de l'évolution de l'emploi ${nom.deLe}`);
  if (typeof emploiDebut === "number" && isTooSmall({emplois: emploiDebut}, input.seuil)) {
    return findTooSmall(nom.a, quantity(emploiDebut, emplois), "la décomposition de l'évolution", bounds);
  }
  const [national, structurel, local] = effects;
  if (!isNumber(national) || !isNumber(structurel) || !isNumber(local)) {
    return findAbsence(what, "f", bounds, "non_disponible");
  }
  const there = nameTerritoire(reference).a;
  const total = print(national + structurel + local);
  const pace = print(national);
  const gap = print(total - pace);
  const told = (subject: string) => `${subject} ${tellJobs(total, nom.pluriel)}`;
  const short = nom.dici === nom.de ? nom.il : "le territoire";
  const wouldBe = tellPace(total, pace, there);
  const unit = Math.max(unitOf(total), unitOf(pace), 1);
  const [s, l] = [roundTo(structurel, unit), roundTo(local, unit)];
  return makeFinding({
    title: `${formatYears(periode)}, ${told(short)}${wouldBe}`,
    reading: [
      `${bounds}, hors intérim, ${told(nom.il)}${wouldBe}`,
      gap === 0
        ? `aux arrondis près, il n'y a pas d'écart avec le rythme observé ${there} : l'effet structurel est de ${signed(s)} et l'effet local de ${signed(l)} (nomenclature ${nomenclature})`
        : `l'écart de ${signed(gap)} est la somme d'un effet structurel de ${signed(s)}, associé aux secteurs présents au départ, et d'un effet local de ${signed(l)}, associé à leur évolution par rapport aux mêmes secteurs ${there} (nomenclature ${nomenclature} ; nombres arrondis)`
    ],
    alt: `Cascade : effet ${reference.niveau === "france" ? "national" : "de la référence"} ${signed(pace)}, effet structurel ${signed(s)}, effet local ${signed(l)}, total ${signed(total)}`,
    comparison:
      gap === 0
        ? `comme au rythme observé ${there}`
        : `${countOf(gap, jobs)} de ${gap > 0 ? "plus" : "moins"} qu'au rythme observé ${there}`
  });
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Nearest job, at most three significant figures: what the sentences print, and subtract. */
function print(value: number): number {
  return roundSignificant(Math.sign(value) * Math.round(Math.abs(value)));
}

/** Weight of the last digit printed of a count: effects are printed no finer than the total they explain. */
function unitOf(printed: number): number {
  return printed === 0 ? 1 : 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(printed))) - 2);
}

function roundTo(value: number, unit: number): number {
  const rounded = Math.round(Math.abs(value) / unit) * unit;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function tellJobs(total: number, plural: boolean): string {
  if (total === 0) return `n'${plural ? "ont" : "a"} ni gagné ni perdu d'emplois privés`;
  return `${plural ? "ont" : "a"} ${total > 0 ? "gagné" : "perdu"} ${countOf(total, privateJobs)}`;
}

function tellPace(total: number, pace: number, there: string): string {
  if (total === pace) return `, comme au rythme observé ${there}`;
  if (pace === 0) return ` ; au rythme observé ${there}, leur nombre serait resté stable`;
  return ` ; au rythme observé ${there}, ${pace > 0 ? "le gain" : "la perte"} aurait été ${elide("de", countOf(pace, jobs).replace(/ (?:d')?emplois?$/, ""))}`;
}

function signed(value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "\u2212" : "";
  return sign + countOf(value, jobs);
}

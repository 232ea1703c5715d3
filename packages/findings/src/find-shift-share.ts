import type {Territoire} from "@observatoire/catalog";
import {findAbsence, findOneDate, findSelf, findTooSmall} from "./describe-absence.ts";
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
}

const jobs: Mots = {singular: "emploi", plural: "emplois"};

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
  if (typeof emploiDebut === "number" && isTooSmall({emplois: emploiDebut})) {
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
  const told = `l'emploi privé ${tellJobs(total)} ${nom.ici}`;
  const wouldBe = tellPace(total, pace, there);
  const [s, l] = [print(structurel), print(local)];
  return makeFinding({
    title: `${formatYears(periode)}, ${told}${wouldBe}`,
    reading: [
      `${bounds}, ${told}${wouldBe}`,
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

function tellJobs(total: number): string {
  if (total === 0) return "n'a ni gagné ni perdu d'emplois";
  return `a ${total > 0 ? "gagné" : "perdu"} ${countOf(total, jobs)}`;
}

function tellPace(total: number, pace: number, there: string): string {
  if (total === pace) return `, comme au rythme observé ${there}`;
  if (pace === 0) return ` ; au rythme observé ${there}, il serait resté stable`;
  return ` ; au rythme observé ${there}, il en aurait ${pace > 0 ? "gagné" : "perdu"} ${countOf(pace, jobs).replace(/ (?:d')?emplois?$/, "")}`;
}

function signed(value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "\u2212" : "";
  return sign + countOf(value, jobs);
}

import {joinFr} from "./agree.ts";
import {compareShareOrExtreme, tellSame} from "./compare.ts";
import {findAbsence, findTooSmall} from "./describe-absence.ts";
import {capitalize} from "./elide.ts";
import {type Finding, makeFinding, type Reference, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatMinimumShare, formatShare, quantity} from "./quantity.ts";
import {isTooSmall, keepComparable, percentages, readMesure} from "./rules.ts";

export interface SurvieInput extends Sujet {
  /** Whole years after the creation. */
  age: number;
  /** Establishments of the cohort. */
  cohorte?: number | null;
  references?: readonly Reference[];
  /** "des industries manufacturières"; default: all. */
  parmi?: string;
}

const numbers: Readonly<Record<number, string>> = {
  1: "un an",
  2: "deux ans",
  3: "trois ans",
  4: "quatre ans",
  5: "cinq ans",
  10: "dix ans"
};

/** Survival of a cohort: "Trois ans après leur création, 71 % des établissements créés en 2021 sont encore actifs dans le territoire, …". */
export function findSurvie(input: SurvieInput): Finding {
  const {territoire, periode, age, cohorte = null, references = [], seuil, parmi} = input;
  const nom = nameTerritoire(territoire);
  const year = `en ${periode.from.slice(0, 4)}`;
  const after = `${numbers[age] ?? `${age} ans`} après leur création`;
  const who = parmi ? `établissements ${parmi}` : "établissements";
  const survival = readMesure(input, percentages);
  if (cohorte === 0) {
    return findTooSmall(nom.a, `aucun établissement créé ${year}`, "la survie", `cohorte créée ${year}`);
  }
  if (survival.value === null) {
    return findAbsence(`la part des ${who} encore actifs ${nom.ici}`, "f", after, survival.statut);
  }
  if (typeof cohorte === "number" && isTooSmall({etablissements: cohorte}, seuil)) {
    const created = {singular: "établissement créé", plural: "établissements créés"};
    return findTooSmall(nom.a, `${quantity(cohorte, created)} ${year}`, "leur survie", after);
  }
  const kept = keepComparable(input, references, percentages);
  const first = kept[0] ? `, ${compareShareOrExtreme(survival.value, kept[0])}` : "";
  const printed = survival.minimum ? formatMinimumShare(survival.value) : formatShare(survival.value);
  const told =
    survival.value === 0 && !survival.minimum
      ? `aucun des ${who} créés ${year} n'est encore actif ${nom.ici}`
      : survival.value === 100
        ? `tous les ${who} créés ${year} sont encore actifs ${nom.ici}`
        : `${printed} des ${who} créés ${year} sont encore actifs ${nom.ici}`;
  const others = kept.map(({territoire: whom, valeur}) => `${formatShare(valeur)} ${nameTerritoire(whom).a}`);
  return makeFinding({
    title: `${after}, ${told}${first}`,
    reading: [
      `${after}, ${told}${first}`,
      tellSame("la même part", kept.slice(1), formatShare),
      "Un établissement repris ou transféré n'est compté ni comme créé ni comme disparu quand le lien de succession est connu"
    ],
    alt: `${capitalize(who)} créés ${year} et encore actifs, ${after} : ${joinFr([`${printed} ${nom.ici}`, ...others])}`,
    comparison: kept[0] ? compareShareOrExtreme(survival.value, kept[0]) : null
  });
}

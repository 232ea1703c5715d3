import type {Territoire} from "@observatoire/catalog";
import {joinFr} from "./agree.ts";
import {tellSame} from "./compare.ts";
import {findAbsence, findSelf, findTooSmall} from "./describe-absence.ts";
import {type Finding, makeFinding, type Reference, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate, than} from "./periode.ts";
import {emplois, formatIndex, formatShare, quantity} from "./quantity.ts";
import {isTooSmall, keepComparable, readMesure} from "./rules.ts";

export interface KrugmanInput extends Sujet {
  /** What the structure is compared with, less the territory itself. */
  reference: Territoire;
  /** "A38": the index depends on it. */
  nomenclature: string;
  effectif?: number | null;
  /** Index of other territories against the same reference. */
  references?: readonly Reference[];
}

const unitInterval = [0, 1] as const;
/** Bounds of the words, and the gap under which two indices are close. Choices of the project. */
const levels = {close: 0.15, far: 0.3, gap: 0.02} as const;

/** Krugman's index, from 0 (same structure) to 1: how far the sectors are from those of the rest of the reference. */
export function findKrugman(input: KrugmanInput): Finding {
  const {territoire, periode, reference, nomenclature, effectif = null, references = [], seuil} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  const self = reference.niveau === territoire.niveau && reference.code === territoire.code;
  const index = readMesure(input, unitInterval);
  const what = `l'indice de spécialisation ${nom.dici}`;
  if (self) return findSelf(`l'indice de spécialisation ${nom.deLe}`);
  if (index.value === null || index.minimum) {
    return findAbsence(what, "m", date, index.value === null ? index.statut : "non_disponible");
  }
  if (typeof effectif === "number" && isTooSmall({emplois: effectif}, seuil)) {
    return findTooSmall(nom.a, quantity(effectif, emplois), "la spécialisation", date);
  }
  const value = round(index.value);
  const rest = `du reste ${nameTerritoire(reference).deLe}`;
  const level =
    value < levels.close
      ? "est proche de celle"
      : value < levels.far
        ? "diffère modérément de celle"
        : "diffère fortement de celle";
  const kept = keepComparable(input, references, unitInterval).filter(
    (other) => other.territoire.niveau !== reference.niveau || other.territoire.code !== reference.code
  );
  const [first] = kept;
  const against = first ? compareIndex(value, round(first.valeur), first) : null;
  const others = kept.map(
    (other) => `${formatIndex(round(other.valeur))} ${nameTerritoire(other.territoire).a}`
  );
  return makeFinding({
    title: `la structure des emplois ${nom.dici} ${level} ${rest} (indice de Krugman ${formatIndex(value)})`,
    reading: [
      `${date}, il faudrait que ${formatShare(value * 100)} des emplois salariés privés ${nom.de} changent de secteur pour que la structure soit celle ${rest} (nomenclature ${nomenclature})`,
      tellSame("le même indice", kept, (valeur) => formatIndex(round(valeur)))
    ],
    alt: `Indice de Krugman, de 0 (même structure) à 1 : ${joinFr([`${formatIndex(value)} ${nom.ici}`, ...others])}`,
    comparison: against
  });
}

function compareIndex(value: number, there: number, reference: Reference): string {
  const {a} = nameTerritoire(reference.territoire);
  const gap = round(value - there);
  if (Math.abs(gap) <= levels.gap)
    return `une spécialisation comparable à celle observée ${a} (${formatIndex(there)})`;
  return `${gap > 0 ? "plus" : "moins"} spécialisé ${than(a)} (${formatIndex(there)})`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

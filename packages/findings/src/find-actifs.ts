import {compareShareOrExtreme} from "./compare.ts";
import {findStock} from "./find-stock.ts";
import {type Finding, type Mesure, type Reference, type Sujet, sentences} from "./finding.ts";
import {etablissementsActifs, formatShare, type Mots, quantity} from "./quantity.ts";
import {counts, isTooSmall, keepComparable, minimumForComment, readMesure} from "./rules.ts";

const employeurs: Mots = {singular: "employeur", plural: "employeurs"};

/** Establishments below which the share of employers is not said. Choice of the project. */
const minimumStock = 20;

export interface ActifsInput extends Sujet {
  /** Those that employ, at the same date, in the same file. */
  employeurs?: Mesure | null;
  /** Share (0–100) of employers elsewhere. */
  references?: readonly Reference[];
}

/** Active establishments and how many of them employ: "Le territoire compte environ 10 100 établissements actifs au …, dont 3 200 employeurs". */
export function findActifs(input: ActifsInput): Finding {
  const {references = [], ...subject} = input;
  const stock = readMesure(input, counts);
  const part = input.employeurs ? readMesure(input.employeurs, counts) : null;
  const isKnown = stock.value !== null && part !== null && part.value !== null && part.value <= stock.value;
  const finding = findStock(subject, {
    mots: etablissementsActifs,
    minimum: minimumForComment.etablissements,
    among: isKnown ? tellEmployers(part.value ?? 0, part) : null
  });
  const isExact = isKnown && !stock.minimum && "minimum" in part && !part.minimum;
  if (!isExact || isTooSmall({etablissements: stock.value}, minimumStock)) return finding;
  const share = (100 * (part.value ?? 0)) / (stock.value ?? 1);
  const [reference] = keepComparable({territoire: input.territoire, valeur: share}, references, [0, 100]);
  const told = `${formatShare(share)} sont employeurs${reference ? `, ${compareShareOrExtreme(share, reference)}` : ""}`;
  return {
    ...finding,
    reading: `${finding.reading} ${sentences([`parmi eux, ${told}`])}`,
    comparison: told
  };
}

function tellEmployers(count: number, {minimum}: {minimum?: boolean}): string {
  if (count === 0) return "sans aucun employeur";
  return `dont ${quantity(count, employeurs, {minimum: minimum ?? false})}`;
}

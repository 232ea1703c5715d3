import {formatNumber} from "@observatoire/catalog";
import {joinFr} from "./agree.ts";
import {readChange, tellChange, tellOtherChange} from "./compare.ts";
import {findAbsence, findOneDate, findTooSmall} from "./describe-absence.ts";
import {capitalize, contractDe} from "./elide.ts";
import {type Finding, makeFinding, type Reference, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {computeYears, formatBounds, formatYears, isOneDate} from "./periode.ts";
import {emplois, formatChange, type Mots, quantity, stripZeros} from "./quantity.ts";
import {counts, isTooSmall, keepComparable, readMesure} from "./rules.ts";

export interface Base100Input extends Sujet {
  /** The smaller of the two numbers of jobs the index rests on. */
  effectif?: number | null;
  /** Index of the others in the last year. */
  references?: readonly Reference[];
  /** What is indexed, masculine. Default: private employment. */
  mesure?: {le: string; long: string; evolution: string; mots: Mots};
}

const privateEmployment = {
  le: "l'emploi privé",
  long: "l'emploi salarié privé",
  evolution: "l'évolution de l'emploi",
  mots: emplois
};

/** Index in the last year (100 in the first): "De 2006 à 2025, l'emploi privé a gagné 4,2 % dans le territoire, contre 12,1 % en France". */
export function findBase100(input: Base100Input): Finding {
  const {territoire, periode, effectif = null, references = [], seuil, mesure = privateEmployment} = input;
  const nom = nameTerritoire(territoire);
  if (isOneDate(periode) && input.valeur === null && input.statut === "non_disponible") {
    return findAbsence(
      `l'indice ${contractDe(mesure.le)} ${nom.dici}`,
      "m",
      formatBounds(periode),
      input.statut
    );
  }
  if (isOneDate(periode)) return findOneDate(`l'évolution ${contractDe(mesure.le)} ${nom.dici}`);
  const bounds = formatBounds(periode);
  if (typeof effectif === "number" && isTooSmall({[mesure.mots.famille ?? "emplois"]: effectif}, seuil)) {
    return findTooSmall(
      nom.a,
      `${quantity(effectif, mesure.mots)} au départ ou à l'arrivée`,
      mesure.evolution,
      bounds
    );
  }
  const index = readMesure(input, counts);
  if (index.value === null || index.minimum) {
    return findAbsence(`l'indice ${contractDe(mesure.le)} ${nom.dici}`, "m", bounds, index.statut);
  }
  const years = computeYears(periode);
  const own = readChange(index.value - 100, years);
  const kept = keepComparable(input, references, counts);
  const others = kept.map((reference) => {
    const place = nameTerritoire(reference.territoire).a;
    const change = readChange(reference.valeur - 100, years);
    return {
      place,
      told: tellOtherChange(own, change, place),
      printed: `${formatChange(change.valeur)} ${place}`
    };
  });
  const first = others[0] ? `, ${others[0].told}` : "";
  return makeFinding({
    title: `${formatYears(periode)}, ${mesure.le} ${tellChange(own)} ${nom.ici}${first}`,
    reading: [
      `${bounds}, ${mesure.long} passe de 100 à ${formatTenths(index.value)} ${nom.a} : il ${tellChange(own)}${first}`,
      others.length > 1
        ? `Sur la même période : ${joinFr(others.slice(1).map(({printed}) => printed))}`
        : null
    ],
    alt: `${capitalize(mesure.long)}, base 100 au début de la période, ${bounds} : ${joinFr([`${formatChange(own.valeur)} ${nom.ici}`, ...others.map(({printed}) => printed)])}`,
    comparison: `${formatChange(own.valeur)} ${formatYears(periode)}${others[0] ? `, contre ${others[0].printed}` : ""}`
  });
}

/** One decimal, as the chart labels it: the change of the same sentence is read from it. */
function formatTenths(index: number): string {
  return stripZeros(formatNumber(index, {decimals: 1}));
}

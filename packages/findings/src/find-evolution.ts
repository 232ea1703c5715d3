import {joinFr} from "./agree.ts";
import {compareRate, isStable} from "./compare.ts";
import {findAbsence, findOneDate, findTooSmall} from "./describe-absence.ts";
import {type Finding, makeFinding, type Reference, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, formatYears, isOneDate} from "./periode.ts";
import {emplois, formatChange, formatPercent, quantity} from "./quantity.ts";
import {changes, isTooSmall, keepComparable, readMesure} from "./rules.ts";

export interface EvolutionInput extends Sujet {
  /** The smaller of the two numbers of jobs the rate rests on. */
  effectif?: number | null;
  references?: readonly Reference[];
}

/** Average annual change of private jobs, in % a year, against the references. */
export function findEvolution(input: EvolutionInput): Finding {
  const {territoire, periode, effectif = null, references = [], seuil} = input;
  const nom = nameTerritoire(territoire);
  if (isOneDate(periode)) return findOneDate(`l'évolution de l'emploi privé ${nom.dici}`);
  const bounds = formatBounds(periode);
  if (typeof effectif === "number" && isTooSmall({emplois: effectif}, seuil)) {
    return findTooSmall(
      nom.a,
      `${quantity(effectif, emplois)} au départ ou à l'arrivée`,
      "l'évolution de l'emploi",
      bounds
    );
  }
  const rate = readMesure(input, changes);
  if (rate.value === null || rate.minimum) {
    return findAbsence(`le taux d'évolution de l'emploi privé ${nom.dici}`, "m", bounds, rate.statut);
  }
  const kept = keepComparable(input, references, changes);
  const first = kept[0] ? `, ${compareRate(rate.value, kept[0])}` : "";
  const told = tellRate(rate.value);
  const others = kept.map(
    (reference) => `${formatChange(reference.valeur)} par an ${nameTerritoire(reference.territoire).a}`
  );
  return makeFinding({
    title: `${formatYears(periode)}, l'emploi privé ${told} ${nom.ici}${first}`,
    reading: [
      `${bounds}, l'emploi salarié privé ${told} ${nom.a}${first}`,
      others.length > 1 ? `Sur la même période : ${joinFr(others.slice(1))}` : null
    ],
    alt: `Évolution annuelle moyenne de l'emploi salarié privé, ${bounds} : ${joinFr([`${formatChange(rate.value)} par an ${nom.ici}`, ...others])}`,
    comparison: kept[0] ? compareRate(rate.value, kept[0]) : null
  });
}

function tellRate(rate: number): string {
  if (isStable(rate)) return `est resté stable (${formatChange(rate)} par an)`;
  return `a ${rate > 0 ? "progressé" : "reculé"} de ${formatPercent(rate)} par an en moyenne`;
}

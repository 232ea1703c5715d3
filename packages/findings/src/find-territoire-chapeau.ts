import type {Territoire} from "@observatoire/catalog";
import {compareShareOrExtreme, isStable} from "./compare.ts";
import {countVerb, findAbsence} from "./describe-absence.ts";
import {type Finding, type Mesure, makeFinding, type Periode, type Reference} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatStockDate, formatYears, isOneDate} from "./periode.ts";
import {emplois, formatChange, formatPercent, formatShare, habitants, quantity} from "./quantity.ts";
import {changes, counts, isTooSmall, keepComparable, percentages, readMesure, tooSmall} from "./rules.ts";

export interface ChapeauInput {
  territoire: Territoire;
  effectif: Mesure & {periode: Periode};
  population?: (Mesure & {periode: Periode}) | null;
  /** Share of industry, 0–100, and the same elsewhere. */
  partIndustrie?: Mesure | null;
  references?: readonly Reference[];
  /** Average annual change of private jobs, in %. */
  evolution?: (Mesure & {periode: Periode; effectif?: number | null}) | null;
  /** Jobs below which each is not commented, when more than the general rule. */
  seuils?: {partIndustrie?: number; evolution?: number};
}

/** Two sentences for the top of a chapter or a territory's page: `reading`. `title` is the first one. */
export function findTerritoireChapeau(input: ChapeauInput): Finding {
  const {territoire, effectif} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(effectif.periode);
  const jobs = readMesure(effectif, counts);
  const people = tellPeople(input);
  if (jobs.value === null) {
    const absent = findAbsence(`le nombre d'emplois salariés privés ${nom.de}`, "m", date, jobs.statut);
    return {
      ...absent,
      ...(people && {
        reading: `${absent.reading} ${makeFinding({title: "", reading: [`${nom.a}, ${countVerb(people)}`]}).reading}`
      })
    };
  }
  const text = quantity(jobs.value, emplois, jobs);
  const first = `${date}, ${countVerb(text)} ${nom.ici}${people ? `, pour ${people}` : ""}`;
  const second =
    isTooSmall({emplois: jobs.value}) && !jobs.minimum
      ? jobs.value === 0
        ? "sans emploi, la part de l'industrie est sans objet"
        : `c'est un ${tooSmall} sur la part de l'industrie ou sur l'évolution`
      : [tellIndustry(input), tellTrend(input)].filter((part) => part !== null).join(" ; ") ||
        (jobs.minimum ? null : `c'est un ${tooSmall} sur la part de l'industrie ou sur l'évolution`);
  return makeFinding({title: first, reading: [first, second], alt: first, comparison: null});
}

function tellPeople({population}: ChapeauInput): string | null {
  const people = population ? readMesure(population, counts) : null;
  if (!people || people.value === null || !population) return null;
  return `${quantity(people.value, habitants, people)} (${formatStockDate(population.periode).replace(/^au /, "")})`;
}

function tellIndustry(input: ChapeauInput): string | null {
  const {territoire, effectif, partIndustrie, references = [], seuils} = input;
  if (isTooSmall({emplois: effectif.valeur}, seuils?.partIndustrie)) return null;
  const share = partIndustrie ? readMesure(partIndustrie, percentages) : null;
  if (!share || share.value === null || share.minimum) return null;
  const [reference] = keepComparable({territoire, ...partIndustrie!}, references, percentages);
  const against = reference ? `, ${compareShareOrExtreme(share.value, reference)}` : "";
  return share.value === 0
    ? `l'industrie n'y emploie aucun salarié du privé${against}`
    : share.value === 100
      ? `hors intérim, tous relèvent de l'industrie${against}`
      : `hors intérim, l'industrie en représente ${formatShare(share.value)}${against}`;
}

function tellTrend({effectif, evolution, seuils}: ChapeauInput): string | null {
  if (!evolution || isOneDate(evolution.periode)) return null;
  const least = Math.min(effectif.valeur ?? 0, evolution.effectif ?? effectif.valeur ?? 0);
  if (isTooSmall({emplois: least}, seuils?.evolution)) return null;
  const rate = readMesure(evolution, changes);
  if (rate.value === null || rate.minimum) return null;
  const bounds = formatYears(evolution.periode);
  return isStable(rate.value)
    ? `l'emploi privé est resté stable ${bounds} (${formatChange(rate.value)} par an)`
    : `l'emploi privé a ${rate.value > 0 ? "progressé" : "reculé"} de ${formatPercent(rate.value)} par an en moyenne ${bounds}`;
}

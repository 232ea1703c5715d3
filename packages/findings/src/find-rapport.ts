import {formatNumber, type Unit} from "@observatoire/catalog";
import {joinFr} from "./agree.ts";
import {compareMesure} from "./compare-mesure.ts";
import {findAbsence, findTooSmall} from "./describe-absence.ts";
import {elide} from "./elide.ts";
import {type Finding, makeFinding, type Reference, type Sujet} from "./finding.ts";
import {formatMesure} from "./format-mesure.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatFlow} from "./periode.ts";
import {formatMinimumShare, type Mots, quantity} from "./quantity.ts";
import {counts, keepComparable, percentages, readMesure} from "./rules.ts";

export interface RapportInput extends Sujet {
  /** What is measured, with its article: "le taux de création". */
  mesure: {le: string; genre: "m" | "f"; unit: Unit};
  /** What the ratio rests on, and below how many it is not commented. */
  assise?: {valeur: number | null; seuil: number; mots: Mots} | null;
  references?: readonly Reference[];
  /** Sentences at the end of the reading: what the number is not. */
  notes?: readonly (string | null)[];
  /** Why there is no value, as the indicator says it. */
  motif?: string | null;
}

/** Any ratio against its references: "Le taux de création est de 12,3 % dans le territoire, 2 points de moins qu'en France (14,3 %)". */
export function findRapport(input: RapportInput): Finding {
  const {territoire, periode, mesure, assise, references = [], notes = [], motif} = input;
  const nom = nameTerritoire(territoire);
  const date = formatFlow(periode);
  const range = mesure.unit === "pct" ? percentages : counts;
  const reading = readMesure(input, range);
  if (reading.value === null) {
    const absent = findAbsence(`${mesure.le} ${nom.ici}`, mesure.genre, date, reading.statut);
    if (!motif) return absent;
    return {...absent, reading: `${absent.reading} ${makeFinding({title: "", reading: [motif]}).reading}`};
  }
  const {value} = reading;
  if (assise && typeof assise.valeur === "number" && assise.valeur < assise.seuil) {
    return findTooSmall(nom.a, quantity(assise.valeur, assise.mots), mesure.le, date);
  }
  const printed = reading.minimum ? tellMinimum(value, mesure.unit) : formatMesure(value, mesure.unit);
  const kept = keepComparable(input, references, range);
  const first = kept[0] ? `, ${compareMesure(value, kept[0], mesure.unit)}` : "";
  const note =
    reading.statut === "provisoire"
      ? " (valeur provisoire)"
      : reading.statut === "estime"
        ? " (estimation)"
        : "";
  const others = kept.map(
    ({territoire: whom, valeur}) =>
      `${elide("de", formatMesure(valeur, mesure.unit))} ${nameTerritoire(whom).a}`
  );
  return makeFinding({
    title: `${mesure.le} est ${elide("de", printed)} ${nom.ici}${note}${first}`,
    reading: [
      `${date}, ${mesure.le} est ${elide("de", printed)} ${nom.a}${note}${first}`,
      others.length > 1
        ? `à titre de comparaison, ${mesure.genre === "f" ? "elle" : "il"} est ${joinFr(others.slice(1))}`
        : null,
      ...notes
    ],
    alt: `${mesure.le}, ${date} : ${joinFr([`${printed} ${nom.ici}`, ...kept.map(({territoire: whom, valeur}) => `${formatMesure(valeur, mesure.unit)} ${nameTerritoire(whom).a}`)])}`,
    comparison: kept[0] ? compareMesure(value, kept[0], mesure.unit) : null
  });
}

function tellMinimum(value: number, unit: Unit): string {
  if (unit === "pct") return formatMinimumShare(value);
  const floor = Math.floor(value);
  return floor === 0 ? `plus de ${formatNumber(0)}` : `au moins ${formatMesure(floor, unit)}`;
}

import {agree} from "./agree.ts";
import {compareRate, isStable} from "./compare.ts";
import {countVerb, findAbsence} from "./describe-absence.ts";
import {elide} from "./elide.ts";
import {type Finding, type Mesure, makeFinding, type Periode, type Reference, type Sujet} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, formatSince, formatStockDate, isOneDate} from "./periode.ts";
import {formatChange, formatPercent, type Mots, quantity} from "./quantity.ts";
import {changes, counts, keepComparable, readMesure, tooSmall} from "./rules.ts";

/** A count at a date, with its average annual change (in %) and the same change elsewhere. */
export interface StockInput extends Sujet {
  /** `effectif`: the smaller of the two counts the rate rests on, when known. */
  evolution?: (Mesure & {periode: Periode; effectif?: number | null}) | null;
  /** The average annual change elsewhere, over the same period. */
  references?: readonly Reference[];
}

interface StockWords {
  mots: Mots;
  /** Below it the change is not commented. */
  minimum: number;
  /** A sentence at the end of the reading. */
  extra?: string | null;
  /** A part of the count, said after it: "dont 3 200 employeurs". */
  among?: string | null;
}

/** Level of a count, and how fast it changed against the first comparable reference. */
export function findStock(
  input: StockInput,
  {mots, minimum, extra = null, among = null}: StockWords
): Finding {
  const {territoire, periode} = input;
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  const stock = readMesure(input, counts);
  if (stock.value === null) {
    return findAbsence(`le nombre ${elide("de", mots.plural)} ${nom.de}`, "m", date, stock.statut);
  }
  const text = quantity(stock.value, mots, stock);
  const verb = agree(nom.pluriel ? 2 : 1, "compte", "comptent");
  const negation = stock.value === 0 && !stock.minimum;
  const note =
    stock.statut === "provisoire" ? " (valeur provisoire)" : stock.statut === "estime" ? " (estimation)" : "";
  const told = negation ? `${elide("ne", verb)} ${text}` : `${verb} ${text}`;
  const small =
    !stock.minimum &&
    input.evolution != null &&
    Math.min(stock.value, input.evolution.effectif ?? stock.value) < Math.max(minimum, input.seuil ?? 0);
  const part = among && !negation ? `, ${among}` : "";
  const trend = small || stock.minimum ? null : readTrend(input);
  return makeFinding({
    title: `${nom.sujetCourt} ${told} ${date}${note}${part}${trend ? `, ${trend.title}` : ""}`,
    reading: [
      `${date}, ${countVerb(text)} ${nom.a}${note}${part}`,
      stock.minimum ? "Une partie des valeurs n'est pas connue : le total réel est au moins celui-là" : null,
      small ? `${tooSmall} sur l'évolution de ce nombre` : (trend?.reading ?? null),
      extra
    ],
    alt: `${nom.sujetCourt} ${told} ${date}${note}${part}`,
    comparison: small ? tooSmall : (trend?.comparison ?? null)
  });
}

function readTrend({territoire, periode, evolution, references = []}: StockInput) {
  if (!evolution || isOneDate(evolution.periode)) return null;
  const rate = readMesure(evolution, changes);
  if (rate.value === null || rate.minimum) return null;
  const since = formatSince(evolution.periode, periode);
  const bounds = formatBounds(evolution.periode);
  const [reference] = keepComparable({territoire, ...evolution}, references, changes);
  const against = reference ? `, ${compareRate(rate.value, reference)}` : "";
  const stable = isStable(rate.value);
  return {
    title: stable
      ? `un nombre stable ${since}`
      : `en ${rate.value > 0 ? "hausse" : "baisse"} de ${formatPercent(rate.value)} par an ${since}`,
    reading: stable
      ? `leur nombre est stable ${bounds} (${formatChange(rate.value)} par an en moyenne)${against}`
      : `leur nombre a ${rate.value > 0 ? "augmenté" : "diminué"} de ${formatPercent(rate.value)} par an en moyenne ${bounds}${against}`,
    comparison: `${stable ? "stable" : `${formatChange(rate.value)} par an`} ${since}${against}`
  };
}

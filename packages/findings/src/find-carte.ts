import type {Territoire, Unit} from "@observatoire/catalog";
import {agree, joinFr} from "./agree.ts";
import {countVerb, findAbsence, findTooSmall} from "./describe-absence.ts";
import {elide} from "./elide.ts";
import {type Finding, makeFinding, type Periode, type Reference} from "./finding.ts";
import {formatMesure} from "./format-mesure.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, formatStockDate} from "./periode.ts";
import {emplois, formatShare, type Mots, quantity} from "./quantity.ts";
import {anyNumber, counts, isTooSmall, readMesure, roundTenth} from "./rules.ts";

export interface CarteInput {
  territoire: Territoire;
  periode: Periode;
  communes: readonly Reference[];
  /** A map of counts speaks of concentration, a map of ratios of extremes. Default: private jobs. */
  mesure?: {kind: "nombre"; mots: Mots} | {kind: "rapport"; le: string; genre: "m" | "f"; unit: Unit};
}

/** Where: the share of the first commune and how many make half; for a ratio, from where to where. */
export function findCarte(input: CarteInput): Finding {
  const mesure = input.mesure ?? {kind: "nombre" as const, mots: emplois};
  return mesure.kind === "nombre" ? findConcentration(input, mesure.mots) : findExtremes(input, mesure);
}

function readCommunes(communes: readonly Reference[], range: readonly [number, number]) {
  return communes
    .flatMap((commune) => {
      const reading = readMesure(commune, range);
      return reading.value === null
        ? []
        : [
            {
              nom: nameTerritoire(commune.territoire),
              value: reading.value,
              minimum: reading.minimum,
              effectif: commune.effectif
            }
          ];
    })
    .sort((a, b) => b.value - a.value);
}

function findConcentration({territoire, periode, communes}: CarteInput, mots: Mots): Finding {
  const nom = nameTerritoire(territoire);
  const date = formatStockDate(periode);
  const known = readCommunes(communes, counts);
  const total = known.reduce((sum, {value}) => sum + value, 0);
  const [first, second] = known;
  if (!first)
    return findAbsence(`la répartition des ${mots.plural} ${nom.dici}`, "f", date, "non_disponible");
  const missing = communes.length - known.length;
  const partial = missing > 0 || known.some(({minimum}) => minimum);
  const gap =
    missing > 0
      ? `${missing} ${agree(missing, "commune n'a pas de valeur connue et n'est pas comptée", "communes n'ont pas de valeur connue et ne sont pas comptées")}`
      : null;
  if (total === 0) {
    const none = `aucune commune ${nom.dici}${missing > 0 ? " de valeur connue" : ""} ne compte ${elide("de", mots.singular)}`;
    return makeFinding({title: none, reading: [`${date}, ${none}`, gap]});
  }
  if (communes.length === 1) {
    const only = `${nom.sujetCourt} n'a qu'une commune, ${first.nom.le}`;
    return makeFinding({
      title: only,
      reading: [only, `${date}, ${countVerb(quantity(first.value, mots))} ${first.nom.a}`]
    });
  }
  if (isTooSmall({[mots.famille ?? "emplois"]: total})) {
    return findTooSmall(nom.a, quantity(total, mots), "leur répartition", date);
  }
  const share = (100 * first.value) / total;
  const note = partial ? ", d'après les valeurs connues" : "";
  const ties = known.filter(({value}) => value === first.value).length;
  const lead =
    ties > 2
      ? `${ties} communes ${nom.dici} arrivent en tête, avec chacune ${formatShare(share)} des ${mots.plural}${note}`
      : ties === 2 && second
        ? `${first.nom.le} et ${second.nom.le} arrivent en tête, avec chacune ${formatShare(share)} des ${mots.plural} ${nom.dici}${note}`
        : `${first.nom.il} concentre ${formatShare(share)} des ${mots.plural} ${nom.dici}${note}`;
  const half = countForHalf(
    known.map(({value}) => value),
    total
  );
  return makeFinding({
    title: lead,
    reading: [
      `${date}, ${lead}`,
      half > 1
        ? `${half} communes sur ${communes.length} en réunissent au moins la moitié`
        : ties === 1
          ? `à elle seule, elle en réunit au moins la moitié, sur ${communes.length} communes`
          : null,
      gap
    ],
    alt: `Nombre ${elide("de", mots.plural)} par commune : ${joinFr(known.slice(0, 3).map(({nom: place, value}) => `${place.le} (${quantity(value, mots)})`))}`,
    comparison: half > 1 ? `${half} communes sur ${communes.length} en réunissent la moitié` : null
  });
}

function countForHalf(descending: readonly number[], total: number): number {
  let sum = 0;
  for (const [index, value] of descending.entries()) {
    sum += value;
    if (sum * 2 >= total) return index + 1;
  }
  return descending.length;
}

function findExtremes(
  {territoire, periode, communes}: CarteInput,
  {le, genre, unit}: {le: string; genre: "m" | "f"; unit: Unit}
): Finding {
  const nom = nameTerritoire(territoire);
  const date = formatBounds(periode);
  const all = readCommunes(communes, anyNumber);
  const known = all.filter(({minimum, effectif}) => !minimum && !isTooSmall({emplois: effectif ?? null}));
  const [high, low] = [known[0], known.at(-1)];
  if (!high || !low) return findAbsence(`${le} des communes ${nom.dici}`, genre, date, "non_disponible");
  const [top, bottom] = [formatMesure(high.value, unit), formatMesure(low.value, unit)];
  const told =
    known.length === 1
      ? `${le} est ${elide("de", top)} ${high.nom.a}`
      : roundTenth(high.value) === roundTenth(low.value) || top === bottom
        ? `${le} est ${genre === "f" ? "la même" : "le même"} dans toutes les communes comparées ${nom.dici} : ${top}`
        : `${le} va ${elide("de", bottom)} ${low.nom.a} à ${top} ${high.nom.a}`;
  const small = all.filter(({minimum}) => !minimum).length - known.length;
  return makeFinding({
    title: told,
    reading: [
      `${date}, ${told}`,
      small > 0
        ? `${small} ${agree(small, "commune a un effectif trop faible pour être comparée", "communes ont un effectif trop faible pour être comparées")}`
        : null
    ],
    alt: told
  });
}

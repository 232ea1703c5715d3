import type {Territoire} from "@observatoire/catalog";
import {joinFr} from "./agree.ts";
import {compareShareOrExtreme} from "./compare.ts";
import {findAbsence, findTooSmall} from "./describe-absence.ts";
import {elide} from "./elide.ts";
import {type Finding, makeFinding, type Periode} from "./finding.ts";
import {nameTerritoire} from "./name-territoire.ts";
import {formatBounds, formatStockDate} from "./periode.ts";
import {formatShare, type Mots, quantity} from "./quantity.ts";
import {keepComparable, minimumForComment} from "./rules.ts";

/** A part of a whole, with what is said of it: "comptent de 1 à 9 salariés". */
export interface Part {
  libelle: string;
  predicat: string;
  valeur: number | null;
  /** Share (0–100) of the same part in the reference. */
  partReference?: number | null;
}

export interface RepartitionInput {
  territoire: Territoire;
  periode: Periode;
  mots: Mots;
  parts: readonly Part[];
  reference?: Territoire | null;
  /** The whole, when it is known apart from its parts: zero says that there is nothing to divide. */
  total?: number | null;
  /** Below this total no share is said. */
  seuil?: number;
  /** The total is that of a period, not of a date. */
  flow?: boolean;
}

/** Which part is the largest: "68 % des établissements employeurs du territoire comptent de 1 à 9 salariés, une part comparable à …". */
export function findRepartition(input: RepartitionInput): Finding {
  const {territoire, periode, mots, parts, reference, seuil = 0} = input;
  const nom = nameTerritoire(territoire);
  const date = input.flow ? formatBounds(periode) : formatStockDate(periode);
  const known = parts
    .filter(
      (part): part is Part & {valeur: number} => Number.isFinite(part.valeur) && (part.valeur ?? -1) >= 0
    )
    .sort((a, b) => b.valeur - a.valeur);
  const total = known.reduce((sum, {valeur}) => sum + valeur, 0);
  const [first, second] = known;
  const place = input.flow ? nom.ici : nom.dici;
  const feminine = mots.feminine ? "e" : "";
  if (first ? total === 0 : input.total === 0) {
    const none = `aucun${feminine} ${mots.singular} ${nom.ici}`;
    return makeFinding({title: none, reading: [`${date}, on ne compte ${none}`]});
  }
  if (!first)
    return findAbsence(`la répartition des ${mots.plural} ${nom.dici}`, "f", date, "non_disponible");
  if (total < (input.flow ? seuil : Math.max(seuil, minimumForComment[mots.famille ?? "etablissements"]))) {
    return findTooSmall(nom.a, quantity(total, mots), "la répartition", date);
  }
  const share = (100 * first.valeur) / total;
  const kept =
    reference && typeof first.partReference === "number"
      ? keepComparable(
          {territoire, valeur: share},
          [{territoire: reference, valeur: first.partReference}],
          [0, 100]
        )
      : [];
  const against = kept[0] ? `, ${compareShareOrExtreme(share, kept[0])}` : "";
  const whole =
    share === 100
      ? `tou${feminine ? "tes" : "s"} les ${mots.plural}`
      : `${formatShare(share)} des ${mots.plural}`;
  const told = `${whole} ${place} ${first.predicat}${against}`;
  const rest = known.slice(1, 3).filter(({valeur}) => valeur > 0);
  const next = second && second.valeur > 0 ? rest : [];
  return makeFinding({
    title: told,
    reading: [
      `${date}, ${told}`,
      next.length > 0
        ? `viennent ensuite ${joinFr(next.map(({libelle, valeur}) => `« ${libelle} » (${formatShare((100 * valeur) / total)})`))}`
        : null
    ],
    alt: `Répartition ${elide("de", quantity(total, mots))} ${nom.de}, ${date} : ${joinFr(
      known.slice(0, 3).map(({libelle, valeur}) => `« ${libelle} » ${formatShare((100 * valeur) / total)}`)
    )}`
  });
}
